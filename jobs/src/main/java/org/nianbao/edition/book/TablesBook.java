package org.nianbao.edition.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nianbao.edition.Document;
import org.nianbao.edition.Edition;
import org.nianbao.edition.Terms;
import org.nianbao.edition.book.FrontMatter.Entry;
import org.nianbao.edition.plot.TrendPlots;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.trend.TicketBacklog;
import org.nianbao.yearly.TicketsByMonth;

/** {@code tables.xlsx}: the result tables of a town and year, and charts over the years. */
public final class TablesBook implements Document<Edition> {
  private static final String NAME = "tables.xlsx";

  /** What is read from year to year. */
  private static final Set<Table> OF_ALL_YEARS =
      Set.of(
          Trends.TABLE,
          YearlyMeasures.TABLE,
          TicketsByMonth.TABLE,
          Coverage.TABLE,
          TicketBacklog.TABLE);

  private final Seeds seeds;
  private final List<Table> tables;
  private final Terms terms;
  private final TableSheet sheets;

  /**
   * Writes the same tables for every town and year.
   *
   * @param tables in the order of their sheets
   */
  public TablesBook(Seeds seeds, List<Table> tables) {
    this.seeds = seeds;
    this.tables = List.copyOf(tables);
    this.terms = new Terms(seeds);
    this.sheets = new TableSheet(new Columns(new Cells(new Formats(seeds)), terms));
  }

  @Override
  public String fileName() {
    return NAME;
  }

  @Override
  public void write(Edition edition, Path file) throws IOException {
    TownResults town = edition.town();
    int year = edition.year();
    String title = "%s%d年政府信息公开统计表".formatted(town.town(), year);
    try (Book book = new Book()) {
      FrontMatter front = new FrontMatter(book);
      List<Entry> contents = new ArrayList<>();
      ChartSheet charts = new ChartSheet(book, "趋势图");
      new TrendPlots(seeds, town).of(year).forEach(charts::add);
      contents.add(new Entry(charts.leaf(), years(town), -1));
      for (Table table : tables) {
        boolean all = OF_ALL_YEARS.contains(table);
        List<ResultRow> rows = all ? town.rows(table) : town.rows(table, year);
        Leaf leaf = sheets.add(book, table, rows);
        contents.add(new Entry(leaf, all ? years(town) : year + "年", rows.size()));
      }
      front.cover(title, cover(edition));
      front.contents(contents);
      front.notes(NAME, seeds, coverage(town, year));
      book.write(title, file);
    }
  }

  private static List<List<String>> cover(Edition edition) {
    return List.of(
        List.of("镇街", edition.town().town()),
        List.of("镇街代码", edition.town().townCode()),
        List.of("年度", edition.year() + "年"),
        List.of("报告", edition.draft().title()),
        List.of("内容", "年度报告所用的全部统计表、与上年的比较和各年趋势图。文稿 report.docx 与本工作簿取数于同一批统计表。"),
        List.of("数据指纹", edition.digest()),
        List.of("用法", "从“目录”点开各表；计数口径、符号和不可比的原因见“说明”。"));
  }

  private static String years(TownResults town) {
    return town.years().isEmpty() ? "" : town.years().first() + "–" + town.years().last() + "年";
  }

  /** What the exports of the year cover. */
  private List<List<String>> coverage(TownResults town, int year) {
    List<List<String>> lines = new ArrayList<>();
    for (ResultRow row : town.rows(Coverage.TABLE, year)) {
      String dataset = row.text(Shared.DATASET);
      String status = row.text(Coverage.STATUS);
      lines.add(
          List.of(
              "本年数据：" + terms.label(Shared.DATASET, dataset).orElse(dataset),
              "%s，覆盖%s个月"
                  .formatted(
                      terms.label(Coverage.STATUS, status).orElse(status),
                      row.text(Coverage.MONTHS))));
    }
    return lines;
  }
}

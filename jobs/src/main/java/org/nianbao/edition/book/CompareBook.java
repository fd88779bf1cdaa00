package org.nianbao.edition.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nianbao.edition.Document;
import org.nianbao.edition.Terms;
import org.nianbao.edition.TownsCompared;
import org.nianbao.edition.book.FrontMatter.Entry;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.trend.TownComparison;

/** {@code compare.xlsx}: the towns beside each other, with ranks and what the exports cover. */
public final class CompareBook implements Document<TownsCompared> {
  private static final String NAME = "compare.xlsx";
  private static final String TITLE = "各镇街政府信息公开比较";
  private static final List<Table> TABLES =
      List.of(TownComparison.TABLE, YearlyMeasures.TABLE, Coverage.TABLE);

  private final Seeds seeds;
  private final Terms terms;
  private final Formats formats;
  private final TableSheet sheets;

  public CompareBook(Seeds seeds) {
    this.seeds = seeds;
    this.terms = new Terms(seeds);
    this.formats = new Formats(seeds);
    this.sheets = new TableSheet(new Columns(new Cells(formats), terms));
  }

  @Override
  public String fileName() {
    return NAME;
  }

  @Override
  public void write(TownsCompared compared, Path file) throws IOException {
    SortedSet<Integer> years = new TreeSet<>();
    for (ResultRow row : compared.rows(Coverage.TABLE)) {
      years.add((Integer) row.value(Shared.YEAR));
    }
    String span = years.isEmpty() ? "" : years.first() + "–" + years.last() + "年";
    try (Book book = new Book()) {
      FrontMatter front = new FrontMatter(book);
      List<Entry> contents = new ArrayList<>();
      ChartSheet charts = new ChartSheet(book, "位次图");
      new RankPlots(seeds, formats).of(compared.rows(TownComparison.TABLE)).forEach(charts::add);
      contents.add(new Entry(charts.leaf(), "", -1));
      Leaf matrix = new CoverageMatrix(terms).add(book, compared.rows(Coverage.TABLE));
      contents.add(new Entry(matrix, span, -1));
      for (Table table : TABLES) {
        List<ResultRow> rows = compared.rows(table);
        contents.add(new Entry(sheets.add(book, table, rows), span, rows.size()));
      }
      front.cover(TITLE, cover(compared, span));
      front.contents(contents);
      front.notes(NAME, seeds, List.of());
      book.write(TITLE, file);
    }
  }

  private static List<List<String>> cover(TownsCompared compared, String span) {
    String towns =
        compared.rows(Coverage.TABLE).stream()
            .map(row -> row.text(Shared.TOWN))
            .distinct()
            .collect(Collectors.joining("、"));
    return List.of(
        List.of("镇街", towns),
        List.of("年度", span),
        List.of("内容", "各镇街各年度的指标、位次和位次范围，以及各镇街各年度有哪些数据。"),
        List.of("用法", "从“目录”点开各表；位次的含义、符号和不参评的原因见“说明”。"));
  }
}

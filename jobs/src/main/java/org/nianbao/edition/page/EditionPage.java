package org.nianbao.edition.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Document;
import org.nianbao.edition.Edition;
import org.nianbao.edition.FactsFile;
import org.nianbao.edition.Terms;
import org.nianbao.edition.plot.TrendPlots;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.trend.TownComparison;

/** {@code index.html} of an edition: one town in one year, beside its other years. */
public final class EditionPage implements Document<Edition> {
  private static final String UP = "../../../";

  private final Seeds seeds;
  private final Terms terms;
  private final Coverings coverings;

  public EditionPage(Seeds seeds) {
    this.seeds = seeds;
    this.terms = new Terms(seeds);
    this.coverings = new Coverings(terms);
  }

  @Override
  public String fileName() {
    return "index.html";
  }

  @Override
  public void write(Edition edition, Path file) throws IOException {
    String title = "%s%d年".formatted(edition.town().town(), edition.year());
    Page page = new Page("政府信息公开年度数据", title);
    page.lead()
        .text("镇街代码 %s。报告：%s。".formatted(edition.town().townCode(), edition.draft().title()));
    coverings.tell(page.header(), edition.town().rows(Coverage.TABLE, edition.year()));
    results(page, edition);
    coverings.add(page.section("coverage", "数据覆盖"), edition.town().rows(Coverage.TABLE));
    new Failures(seeds, terms).add(page.section("checks", "检查"), checks(edition));
    new Changes(seeds, terms).add(page.section("changes", "全部指标"), edition);
    Downloads.add(page.section("downloads", "下载"), downloads());
    Downloads.notes(page.section("notes", "说明"), "edition page");
    page.write(file);
  }

  private void results(Page page, Edition edition) {
    TrendPlots plots = new TrendPlots(seeds, edition.town());
    new KeyFigures(seeds, terms).add(page.section("figures", "主要数字"), edition);
    Element published = page.section("publications", "主动公开");
    ChartFigure.add(published, plots.categories());
    new Channels(terms).add(published, edition);
    new Hotline(seeds).add(page.section("tickets", "12345热线"), plots, edition);
    ranks(page.section("ranks", "在各镇街中的位次"), edition);
  }

  private void ranks(Element section, Edition edition) {
    List<ResultRow> rows = edition.town().rows(TownComparison.TABLE, edition.year());
    if (rows.isEmpty()) {
      section.appendElement("p").text("没有可以比较的镇街。");
      return;
    }
    Ranking ranking = new Ranking(seeds, terms);
    DataTable table = new DataTable(section, "各指标的位次和位次范围").sortable("town-ranks");
    table.texts(Shared.MEASURE.label()).numbers(TownComparison.VALUE.label(), "");
    ranking.headers(table);
    for (ResultRow row : ranking.inOrder(rows)) {
      DataTable.Row line = table.row().head(row.shown(Shared.MEASURE));
      ranking.value(line, row);
      ranking.cells(line, row);
    }
  }

  /** What the checks say of the town and year, and of the town in no year. */
  private static List<ResultRow> checks(Edition edition) {
    return edition.town().rows(Checks.TABLE).stream()
        .filter(
            row -> row.value(Shared.YEAR) == null || row.value(Shared.YEAR).equals(edition.year()))
        .toList();
  }

  private static List<Downloads.Link> downloads() {
    return List.of(
        new Downloads.Link("report.docx", "年度报告文稿（Word）"),
        new Downloads.Link("tables.xlsx", "统计表（Excel）"),
        new Downloads.Link(FactsFile.NAME, "全部数字及其出处（JSON）"),
        new Downloads.Link(UP + "compare/index.html", "各镇街比较（网页）"),
        new Downloads.Link(UP + "compare/compare.xlsx", "各镇街比较（Excel）"),
        new Downloads.Link(UP + "tables/datapackage.json", "全部统计表的说明（CSV在同一文件夹）"));
  }
}

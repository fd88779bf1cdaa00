package org.nianbao.edition.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Document;
import org.nianbao.edition.EditionFolder;
import org.nianbao.edition.Terms;
import org.nianbao.edition.TownsCompared;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;

/** {@code compare/index.html}: the towns beside each other, with the way to each of their pages. */
public final class ComparisonPage implements Document<TownsCompared> {
  private final Seeds seeds;
  private final Terms terms;

  public ComparisonPage(Seeds seeds) {
    this.seeds = seeds;
    this.terms = new Terms(seeds);
  }

  @Override
  public String fileName() {
    return "index.html";
  }

  @Override
  public void write(TownsCompared compared, Path file) throws IOException {
    Map<String, NavigableSet<Integer>> towns = towns(compared.rows(Coverage.TABLE));
    Page page = new Page("政府信息公开年度数据", "各镇街比较");
    page.lead().text(lead(towns));
    new TownComparisons(seeds, terms).add(page, compared);
    new Coverings(terms).add(page.section("coverage", "数据覆盖"), compared.rows(Coverage.TABLE));
    new Failures(seeds, terms).add(page.section("checks", "检查"), compared.rows(Checks.TABLE));
    Element downloads = page.section("downloads", "各镇街的页面和下载");
    editions(downloads, towns);
    Downloads.add(downloads, links());
    Downloads.notes(page.section("notes", "说明"), "comparison page");
    page.write(file);
  }

  private static Map<String, NavigableSet<Integer>> towns(List<ResultRow> coverage) {
    Map<String, NavigableSet<Integer>> towns = new LinkedHashMap<>();
    for (ResultRow row : coverage) {
      towns
          .computeIfAbsent(row.text(Shared.TOWN), any -> new TreeSet<>())
          .add((Integer) row.value(Shared.YEAR));
    }
    return towns;
  }

  private static String lead(Map<String, NavigableSet<Integer>> towns) {
    if (towns.isEmpty()) {
      return "没有镇街的数据。";
    }
    NavigableSet<Integer> years = new TreeSet<>();
    towns.values().forEach(years::addAll);
    return "%s，%d–%d年。".formatted(String.join("、", towns.keySet()), years.first(), years.last());
  }

  /** The pages of the towns, a row each. */
  private static void editions(Element section, Map<String, NavigableSet<Integer>> towns) {
    DataTable table = new DataTable(section, "各镇街各年度的页面");
    table.texts(Shared.TOWN.label()).texts("年度");
    towns.forEach(
        (town, years) -> {
          Element cell = table.row().head(town).cell().addClass("links");
          for (int year : years) {
            String folder = encoded(EditionFolder.folderName(town));
            cell.appendElement("a")
                .attr("href", "../editions/%s/%d/index.html".formatted(folder, year))
                .attr("aria-label", town + year + "年")
                .text(String.valueOf(year));
            cell.appendText(" ");
          }
        });
  }

  private static String encoded(String folder) {
    return URLEncoder.encode(folder, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<Downloads.Link> links() {
    return List.of(
        new Downloads.Link("compare.xlsx", "各镇街比较（Excel）"),
        new Downloads.Link("../tables/town_comparison.csv", "镇街比较（CSV）"),
        new Downloads.Link("../tables/datapackage.json", "全部统计表的说明（CSV在同一文件夹）"));
  }
}

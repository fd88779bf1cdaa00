package org.nianbao.edition.page;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Terms;
import org.nianbao.edition.TownsCompared;
import org.nianbao.fact.Rendering;
import org.nianbao.fact.Units;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;
import org.nianbao.trend.TownComparison;

/**
 * The measures of all towns in one table that can be sorted and filtered, and above it the charts
 * of one measure that the reader chooses. The script draws them from the rows of the table.
 */
final class TownComparisons {
  private static final String ID = "comparison";

  private final Units units;
  private final Ranking ranking;
  private final Terms terms;

  TownComparisons(Seeds seeds, Terms terms) {
    this.units = new Units(seeds);
    this.ranking = new Ranking(seeds, terms);
    this.terms = terms;
  }

  void add(Page page, TownsCompared compared) {
    List<ResultRow> rows = ranking.inOrder(compared.rows(TownComparison.TABLE));
    Element ranks = page.section("ranks", "位次");
    Element history = page.section("history", "历年");
    if (Ranking.ranked(rows).isEmpty()) {
      ranks.appendElement("p").text("没有可以排位次的镇街。");
      history.appendElement("p").text("没有可以比较的年度。");
    } else {
      ranks(ranks, rows);
      figure(history, "over-years");
    }
    all(page.section("all", "全部比较"), rows, compared.rows(Trends.TABLE));
  }

  private void ranks(Element section, List<ResultRow> rows) {
    Element form = section.appendElement("form").addClass("choice").attr("hidden", true);
    form.attr("id", "choice");
    Element measure = select(form, Shared.MEASURE.label(), "measure");
    Ranking.ranked(rows)
        .forEach(
            (code, label) -> {
              String by = ranking.rankedBy(code);
              measure
                  .appendElement("option")
                  .attr("value", label)
                  .attr("data-by", by)
                  .attr("data-unit", ranking.unit(code))
                  .text(label + (TownComparison.PER_10K.name().equals(by) ? "（每万人）" : ""));
            });
    Element year = select(form, Shared.YEAR.label(), "year");
    Ranking.years(rows)
        .forEach(one -> year.prependElement("option").attr("value", one).text(one + "年"));
    figure(section, "ranking");
    section.appendElement("noscript").text("位次图需要脚本；同样的数字列在下面的“全部比较”里。");
    section
        .appendElement("p")
        .addClass("note")
        .text("点是镇街的数值，线段是偶然因素容许的区间。区间重叠的镇街不能区分先后，因此位次有一个范围。");
  }

  private static Element select(Element form, String label, String name) {
    Element field = form.appendElement("label");
    field.appendElement("span").text(label);
    return field.appendElement("select").attr("name", name);
  }

  private static void figure(Element section, String id) {
    Element figure = section.appendElement("figure").attr("id", id);
    figure.appendElement("figcaption");
    ChartFigure.canvas(figure, "");
    ChartFigure.data(figure);
  }

  private void all(Element section, List<ResultRow> rows, List<ResultRow> trends) {
    if (rows.isEmpty()) {
      section.appendElement("p").text("没有可以比较的数字。");
      return;
    }
    Map<List<String>, ResultRow> changes = new HashMap<>();
    trends.forEach(row -> changes.put(key(row), row));
    filter(section, rows);
    DataTable table = new DataTable(section, "各镇街各年度的指标").sortable(ID);
    table.texts(Shared.MEASURE.label()).as("measure").texts(Shared.YEAR.label()).as("year");
    table.texts(Shared.TOWN.label()).as("town");
    table.numbers(TownComparison.VALUE.label(), "").as("value");
    table.numbers(Trends.CHANGE.label(), "").numbers(Trends.CHANGE_RATE.label(), "");
    table.texts(Trends.REASON.label());
    ranking.headers(table);
    for (ResultRow row : rows) {
      DataTable.Row line = table.row().head(row.shown(Shared.MEASURE));
      line.text(row.text(Shared.YEAR)).text(row.text(Shared.TOWN));
      ranking.value(line, row);
      change(line, changes.get(key(row)));
      ranking.cells(line, row);
    }
  }

  private static void filter(Element section, List<ResultRow> rows) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> towns = new LinkedHashSet<>();
    rows.forEach(row -> names.add(row.shown(Shared.MEASURE)));
    rows.forEach(row -> towns.add(row.text(Shared.TOWN)));
    List<String> years = List.copyOf(Ranking.years(rows));
    Filter.of(section, ID)
        .choice(Shared.MEASURE.label(), "measure", names, "")
        .choice(Shared.YEAR.label(), "year", years, years.get(years.size() - 1))
        .choice(Shared.TOWN.label(), "town", towns, "");
  }

  private static List<String> key(ResultRow row) {
    return List.of(row.text(Shared.MEASURE), row.text(Shared.YEAR), row.text(Shared.TOWN_CODE));
  }

  private void change(DataTable.Row line, ResultRow row) {
    if (row == null) {
      line.text("").text("").text("");
      return;
    }
    change(line, row, Trends.CHANGE);
    change(line, row, Trends.CHANGE_RATE);
    String reason = row.text(Trends.REASON);
    line.text(reason == null ? "" : terms.label(Trends.REASON, reason).orElse(reason));
  }

  private void change(DataTable.Row line, ResultRow row, Field field) {
    if (row.number(field) == null || !row.flag(Trends.COMPARABLE)) {
      line.instead(row.flag(Trends.COMPARABLE) ? "" : Numbers.NOT_COMPARABLE);
    } else {
      line.number(row.number(field), Rendering.of(row.number(field), units.of(row, field)));
    }
  }
}

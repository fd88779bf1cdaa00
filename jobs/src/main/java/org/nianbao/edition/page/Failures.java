package org.nianbao.edition.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Terms;
import org.nianbao.fact.Rendering;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;

/** The checks that a person must look at, each with what to do. */
final class Failures {
  private static final Set<String> TOLD = Set.of(Checks.FAIL, Checks.UNCERTAIN);

  private final Map<String, String> advice;
  private final Terms terms;

  Failures(Seeds seeds, Terms terms) {
    this.advice =
        seeds.rows(Checks.CHECK.vocabulary()).stream()
            .collect(Collectors.toMap(row -> row.get("code"), (SeedRow row) -> row.get("advice")));
    this.terms = terms;
  }

  /** Adds them, of the rows of the table of checks. */
  void add(Element section, List<ResultRow> rows) {
    List<ResultRow> told =
        rows.stream().filter(row -> TOLD.contains(row.text(Checks.STATUS))).toList();
    if (rows.isEmpty() || told.isEmpty()) {
      section.appendElement("p").text(rows.isEmpty() ? "没有检查结果。" : "没有不符或者存疑的检查。");
      return;
    }
    DataTable table = new DataTable(section, "不符和存疑的检查").sortable("failures");
    table.texts(Checks.CHECK.label()).texts(Checks.SEVERITY.label()).texts(Checks.STATUS.label());
    table.texts(Shared.TOWN.label()).texts(Shared.YEAR.label()).texts(Checks.DETAIL.label());
    List<Field> numbers = List.of(Checks.EXPECTED, Checks.ACTUAL, Checks.DIFFERENCE);
    numbers.forEach(field -> table.numbers(field.label(), ""));
    table.texts(Shared.SOURCE_FILE.label()).texts("怎么办");
    for (ResultRow row : told) {
      DataTable.Row line = table.row().head(row.shown(Checks.CHECK));
      line.text(label(row, Checks.SEVERITY));
      line.status(label(row, Checks.STATUS), row.text(Checks.SEVERITY));
      line.text(row.text(Shared.TOWN)).text(row.text(Shared.YEAR)).text(row.text(Checks.DETAIL));
      numbers.forEach(field -> number(line, row, field));
      line.text(row.text(Shared.SOURCE_FILE)).text(advice.get(row.text(Checks.CHECK)));
    }
  }

  private String label(ResultRow row, Field field) {
    return terms.label(field, row.text(field)).orElse(row.text(field));
  }

  private static void number(DataTable.Row line, ResultRow row, Field field) {
    if (row.number(field) == null) {
      line.text("");
    } else {
      line.number(row.number(field), Rendering.number(row.number(field), ""));
    }
  }
}

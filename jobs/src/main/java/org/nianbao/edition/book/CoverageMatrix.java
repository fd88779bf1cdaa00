package org.nianbao.edition.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.nianbao.edition.Terms;
import org.nianbao.edition.book.Styles.Look;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;

/** One row per town and dataset, one column per year: what the exports cover. */
final class CoverageMatrix {
  private final Terms terms;

  CoverageMatrix(Terms terms) {
    this.terms = terms;
  }

  /** Adds the sheet, of the rows of the coverage table. */
  Leaf add(Book book, List<ResultRow> rows) {
    Leaf leaf = book.add("数据覆盖一览");
    SortedSet<Integer> years = new TreeSet<>();
    rows.forEach(row -> years.add((Integer) row.value(Shared.YEAR)));
    List<Integer> columns = List.copyOf(years);
    List<String> header =
        new ArrayList<>(
            List.of(Shared.TOWN_CODE.label(), Shared.TOWN.label(), Shared.DATASET.label()));
    columns.forEach(year -> header.add(year + "年"));
    leaf.header(0, header);
    Map<List<String>, Integer> lines = lines(rows);
    lines.forEach(
        (subject, line) -> {
          leaf.put(line, 0, Cell.of(subject.get(0)));
          leaf.put(line, 1, Cell.of(subject.get(1)));
          leaf.put(line, 2, Cell.of(subject.get(2)));
        });
    for (ResultRow row : rows) {
      int column = 3 + columns.indexOf((Integer) row.value(Shared.YEAR));
      mark(leaf, lines.get(subject(row)), column, row);
    }
    leaf.filter(lines.size(), header.size());
    return leaf;
  }

  private void mark(Leaf leaf, int line, int column, ResultRow row) {
    String status = row.text(Coverage.STATUS);
    switch (status) {
      case Coverage.COMPLETE -> leaf.text(line, column, label(status), Look.GOOD);
      case Coverage.PARTIAL ->
          leaf.text(
              line,
              column,
              "%s（%s个月）".formatted(label(status), row.text(Coverage.MONTHS)),
              Look.FAIR);
      default -> leaf.text(line, column, label(status), Look.POOR);
    }
  }

  private String label(String status) {
    return terms.label(Coverage.STATUS, status).orElse(status);
  }

  /** The line of each town and dataset, in the order of towns. */
  private Map<List<String>, Integer> lines(List<ResultRow> rows) {
    Map<String, List<List<String>>> byTown = new LinkedHashMap<>();
    for (ResultRow row : rows) {
      List<List<String>> subjects =
          byTown.computeIfAbsent(row.text(Shared.TOWN_CODE), any -> new ArrayList<>());
      if (!subjects.contains(subject(row))) {
        subjects.add(subject(row));
      }
    }
    Map<List<String>, Integer> lines = new LinkedHashMap<>();
    byTown.values().stream()
        .flatMap(List::stream)
        .forEach(subject -> lines.put(subject, lines.size() + 1));
    return lines;
  }

  private List<String> subject(ResultRow row) {
    String dataset = row.text(Shared.DATASET);
    return List.of(
        row.text(Shared.TOWN_CODE),
        row.text(Shared.TOWN),
        terms.label(Shared.DATASET, dataset).orElse(dataset));
  }
}

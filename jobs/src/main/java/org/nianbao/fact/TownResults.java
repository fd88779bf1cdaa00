package org.nianbao.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;

/**
 * What all result tables say of one town, in every year.
 *
 * @param rows by name of the table, in the table's order
 */
public record TownResults(String townCode, String town, Map<String, List<ResultRow>> rows) {

  public TownResults {
    rows = Map.copyOf(rows);
  }

  /** The rows of a table, of all years. */
  public List<ResultRow> rows(Table table) {
    return rows.getOrDefault(table.name(), List.of());
  }

  /** The rows of a table that are of a year. */
  public List<ResultRow> rows(Table table, int year) {
    return rows(table).stream()
        .filter(row -> Integer.valueOf(year).equals(row.value(Shared.YEAR)))
        .toList();
  }

  /** What the exports of a dataset cover of a year; nothing where nothing is said of it. */
  public Optional<ResultRow> coverage(String dataset, int year) {
    return rows(Coverage.TABLE, year).stream()
        .filter(row -> dataset.equals(row.text(Shared.DATASET)))
        .findFirst();
  }

  /** How well they cover it: a status of {@link Coverage}. */
  public String status(String dataset, int year) {
    return coverage(dataset, year).map(row -> row.text(Coverage.STATUS)).orElse(Coverage.MISSING);
  }

  /** The years of which something is known or known to be missing. */
  public SortedSet<Integer> years() {
    SortedSet<Integer> years = new TreeSet<>();
    rows(Coverage.TABLE).forEach(row -> years.add((Integer) row.value(Shared.YEAR)));
    return years;
  }
}

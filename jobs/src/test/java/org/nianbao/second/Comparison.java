package org.nianbao.second;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two computations of one table, held against each other cell by cell. */
final class Comparison {
  private static final int SHOWN = 20;

  private final String table;
  private final List<String> key;
  private final List<String> differences = new ArrayList<>();
  private long cells;

  private Comparison(String table, List<String> key) {
    this.table = table;
    this.key = key;
  }

  /**
   * Compares.
   *
   * @param key the columns that tell the table's rows apart
   * @param columns the columns to compare
   */
  static Comparison of(
      String table,
      List<String> key,
      Set<String> columns,
      List<Map<String, String>> delivered,
      List<Map<String, String>> second) {
    Comparison comparison = new Comparison(table, key);
    Map<String, Map<String, String>> rows = comparison.byKey(delivered, "delivered");
    Map<String, Map<String, String>> others = comparison.byKey(second, "second");
    Set<String> keys = new LinkedHashSet<>(rows.keySet());
    keys.addAll(others.keySet());
    for (String one : keys) {
      comparison.compare(one, columns, rows.get(one), others.get(one));
    }
    return comparison;
  }

  private Map<String, Map<String, String>> byKey(List<Map<String, String>> rows, String whose) {
    Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String name =
          key.stream()
              .map(column -> column + "=" + row.get(column))
              .collect(Collectors.joining(" "));
      if (byKey.put(name, row) != null) {
        differences.add(table + " [" + name + "]: twice in the " + whose + " computation");
      }
    }
    return byKey;
  }

  private void compare(
      String name, Set<String> columns, Map<String, String> delivered, Map<String, String> second) {
    if (delivered == null || second == null) {
      String whose = delivered == null ? "second" : "delivered";
      Map<String, String> row = delivered == null ? second : delivered;
      differences.add(table + " [" + name + "]: only in the " + whose + " computation: " + row);
      return;
    }
    for (String column : columns) {
      cells++;
      String one = delivered.get(column);
      String other = second.get(column);
      if (!one.equals(other)) {
        differences.add(
            "%s [%s] %s: delivered '%s', second '%s'".formatted(table, name, column, one, other));
      }
    }
  }

  /** How many cells both computations have. */
  long cells() {
    return cells;
  }

  /** The first differences, one a line; empty if there is none. */
  String differences() {
    String shown = differences.stream().limit(SHOWN).collect(Collectors.joining("\n"));
    int more = differences.size() - SHOWN;
    return more > 0 ? shown + "\n… and " + more + " more" : shown;
  }
}

package org.nianbao.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.math.NumberUtils;
import org.nianbao.testing.CsvRows;

/** Whether a rival arrived at the figures that the main job delivered. */
final class Agreement {
  /** Computed by all, but rounded by each in its own way. */
  private static final Set<String> ROUNDED = Set.of("median_days", "p90_days", "share");

  private static final String MEDIAN = "ticket_median_days";

  private Agreement() {}

  /**
   * Compares every table that the rival wrote, in the columns that it wrote.
   *
   * @return the first differences, one a line
   */
  static List<String> differences(Path delivered, Path rival) throws IOException {
    List<String> differences = new ArrayList<>();
    try (Stream<Path> tables = Files.list(rival.resolve("tables"))) {
      for (Path table : tables.sorted().toList()) {
        String name = table.getFileName().toString();
        List<Map<String, String>> rows = rows(table);
        Map<Map<String, String>, Long> theirs = counted(rows);
        Map<Map<String, String>, Long> ours =
            name.equals("rejects.csv")
                ? rejects(delivered.resolve("tables").resolve(name))
                : counted(like(rows, CsvRows.of(delivered.resolve("tables").resolve(name))));
        compare(name + ", rival alone", theirs, ours, differences);
        compare(name + ", nianbao alone", ours, theirs, differences);
      }
    }
    return differences;
  }

  private static void compare(
      String where,
      Map<Map<String, String>, Long> some,
      Map<Map<String, String>, Long> others,
      List<String> differences) {
    some.entrySet().stream()
        .filter(row -> !row.getValue().equals(others.get(row.getKey())))
        .limit(5)
        .forEach(row -> differences.add(where + ": " + row.getKey()));
  }

  /** Spark writes a folder for a table. */
  private static List<Map<String, String>> rows(Path table) throws IOException {
    if (Files.isRegularFile(table)) {
      return CsvRows.of(table);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(table)) {
      parts
          .filter(part -> part.toString().endsWith(".csv"))
          .forEach(part -> rows.addAll(CsvRows.of(part)));
    }
    return rows;
  }

  /** The rows in the columns of the rival, of the measures that it has. */
  private static List<Map<String, String>> like(
      List<Map<String, String>> rival, List<Map<String, String>> rows) {
    Set<String> columns = rival.isEmpty() ? Set.of() : rival.get(0).keySet();
    Set<String> measures =
        rival.stream().map(row -> row.getOrDefault("measure", "")).collect(Collectors.toSet());
    List<Map<String, String>> like =
        rows.stream().filter(row -> measures.contains(row.getOrDefault("measure", ""))).toList();
    like.forEach(row -> row.keySet().retainAll(columns));
    return like;
  }

  private static Map<Map<String, String>, Long> counted(List<Map<String, String>> rows) {
    rows.forEach(row -> row.keySet().removeAll(ROUNDED));
    rows.stream()
        .filter(row -> MEDIAN.equals(row.get("measure")))
        .forEach(row -> row.keySet().removeAll(Set.of("value", "previous_value")));
    rows.forEach(row -> row.replaceAll((column, text) -> plain(text)));
    return rows.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
  }

  /** Numbers in one way: 7 is 7.0. */
  private static String plain(String text) {
    return NumberUtils.isCreatable(text) && text.contains(".")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  /** Rejects by file and rule. */
  private static Map<Map<String, String>, Long> rejects(Path table) {
    Map<Map<String, String>, Integer> sums = new LinkedHashMap<>();
    for (Map<String, String> row : CsvRows.of(table)) {
      Map<String, String> key = new TreeMap<>();
      key.put("source_file", row.get("source_file"));
      key.put("rule", row.get("rule"));
      sums.merge(key, 1, Integer::sum);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          key.put("rows", sum.toString());
          rows.add(key);
        });
    return counted(rows);
  }
}

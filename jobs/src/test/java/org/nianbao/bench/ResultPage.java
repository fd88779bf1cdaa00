package org.nianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;

/** What was measured, as tables of a page in Markdown, between two marks. */
final class ResultPage {
  private static final String BEGIN = "<!-- measured -->";
  private static final String END = "<!-- end of measured -->";

  private final Runs runs;

  ResultPage(Runs runs) {
    this.runs = runs;
  }

  /** Both tables. */
  String tables() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "| case | who | runs | seconds | from–to | processor seconds | peak MB | load | agrees |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (String name : Contest.CASES) {
      for (Contender contender : Contender.values()) {
        List<Map<String, String>> measured = runs.of(name, contender.label());
        if (!measured.isEmpty()) {
          text.append(row(name, contender.label(), measured));
        }
      }
    }
    text.append(
        "\n| ratio | of | by seconds | by processor seconds | target |\n|---|---|---|---|---|\n");
    Path ratios = Project.folder().resolve("jobs/src/test/resources/org/nianbao/bench/ratios.csv");
    for (Map<String, String> ratio : CsvRows.of(ratios)) {
      text.append(ratio(ratio));
    }
    return text.toString();
  }

  /** Puts the tables into a page. */
  void write(Path page) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("Cannot write to " + page + ": it has no " + BEGIN + " … " + END);
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n\n" + tables() + "\n" + text.substring(end));
  }

  private String row(String name, String contender, List<Map<String, String>> measured) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %.1f–%.1f | %.1f | %.0f | %.1f | %s |%n",
        name,
        contender,
        measured.size(),
        median(name, contender, "seconds"),
        measured.stream().mapToDouble(number("seconds")).min().orElse(0),
        measured.stream().mapToDouble(number("seconds")).max().orElse(0),
        median(name, contender, "cpu_seconds"),
        median(name, contender, "peak_mb"),
        median(name, contender, "load"),
        agrees(measured));
  }

  private static String agrees(List<Map<String, String>> measured) {
    return String.join(
        ", ", measured.stream().map(row -> row.get("agrees")).distinct().sorted().toList());
  }

  private static ToDoubleFunction<Map<String, String>> number(String quantity) {
    return row -> Double.parseDouble(row.get(quantity));
  }

  private double median(String name, String contender, String quantity) {
    return runs.median(name, contender, quantity).orElse(0);
  }

  private String ratio(Map<String, String> ratio) {
    boolean memory = ratio.get("quantity").equals("memory");
    String first = ratio(ratio, memory ? "peak_mb" : "seconds");
    String second = memory ? "" : ratio(ratio, "cpu_seconds");
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(ratio.get("ratio"), ratio.get("quantity"), first, second, ratio.get("target"));
  }

  private String ratio(Map<String, String> ratio, String quantity) {
    OptionalDouble numerator = runs.median(ratio.get("case"), ratio.get("contender"), quantity);
    OptionalDouble denominator =
        runs.median(ratio.get("base_case"), ratio.get("base_contender"), quantity);
    return numerator.isPresent() && denominator.isPresent()
        ? String.format(Locale.ROOT, "%.2f", numerator.getAsDouble() / denominator.getAsDouble())
        : "–";
  }
}

package org.nianbao.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.nianbao.edition.CellText;
import org.nianbao.lint.Finding;
import org.nianbao.lint.Verdict;

/** How {@code lint} says what it found. */
enum LintFormat {
  /** Lines for a terminal, and how many numbers got which verdict. */
  TEXT {
    @Override
    void print(List<Finding> listed, List<Finding> all, PrintStream out) {
      if (!listed.isEmpty()) {
        Columns.print(listed.stream().map(LintFormat::line).toList(), out);
      }
      Map<Verdict, Long> counts =
          all.stream()
              .filter(one -> one.verdict() != Verdict.NO_FIGURE)
              .collect(
                  Collectors.groupingBy(Finding::verdict, TreeMap::new, Collectors.counting()));
      String summary =
          counts.entrySet().stream()
              .map(entry -> "%s %d".formatted(entry.getKey().label(), entry.getValue()))
              .collect(Collectors.joining("，"));
      out.println(summary.isEmpty() ? "文中没有数字" : summary);
    }
  },

  /** A table for a spreadsheet: RFC 4180, with the byte order mark by which Excel knows UTF-8. */
  CSV {
    @Override
    void print(List<Finding> listed, List<Finding> all, PrintStream out) {
      try {
        out.print('\uFEFF');
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(HEADER);
        for (Finding one : listed) {
          printer.printRecord(record(one).stream().map(CellText::guarded).toList());
        }
        printer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  private static final List<String> HEADER =
      List.of("结论", "位置", "章节", "数字", "上下文", "相符的数", "出处", "数据编号", "说明");

  /**
   * Prints findings.
   *
   * @param listed those that a person should see
   * @param all also those that are right
   */
  abstract void print(List<Finding> listed, List<Finding> all, PrintStream out);

  /** As people type it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> line(Finding one) {
    String expected = one.expected().isEmpty() ? "" : "应为 " + one.expected();
    return List.of(
        one.verdict().label(),
        one.place(),
        one.section(),
        one.snippet(),
        expected,
        one.fact(),
        one.note());
  }

  private static List<String> record(Finding one) {
    return List.of(
        one.verdict().label(),
        one.place(),
        one.section(),
        one.number(),
        one.snippet(),
        one.expected(),
        one.source(),
        one.fact(),
        one.note());
  }
}

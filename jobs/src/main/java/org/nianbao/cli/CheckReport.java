package org.nianbao.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.nianbao.job.Results;
import org.nianbao.table.Checks;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;

/** What failed among the checks, for the person who started a command. */
final class CheckReport {
  private final List<Row> failed;

  private CheckReport(List<Row> failed) {
    this.failed = failed;
  }

  /** Errors first; otherwise in the table's order. */
  static CheckReport of(Results results) {
    return new CheckReport(
        results
            .rows(Checks.TABLE)
            .filter(row -> Checks.FAIL.equals(row.getAs(Checks.STATUS.name())))
            .sorted(Comparator.comparing(row -> !isError(row)))
            .toList());
  }

  long errors() {
    return failed.stream().filter(CheckReport::isError).count();
  }

  /** Prints the count and the first findings. */
  void print(PrintStream out, int most) {
    out.printf("检查：%,d 项未通过（其中 %,d 项错误）%n", failed.size(), errors());
    failed.stream().limit(most).map(CheckReport::line).forEach(out::println);
    if (failed.size() > most) {
      out.printf("  …… 其余 %,d 项见 checks 表%n", failed.size() - most);
    }
  }

  private static String line(Row row) {
    String year = row.isNullAt(row.fieldIndex(Shared.YEAR.name())) ? "" : year(row);
    String place =
        String.join(
            " ",
            Stream.of(text(row, Shared.TOWN), year, text(row, Shared.SOURCE_FILE))
                .filter(part -> !part.isEmpty())
                .toList());
    return "  %s %s  %s：%s"
        .formatted(
            isError(row) ? "错误" : "警告",
            text(row, Checks.CHECK.shown()),
            place,
            text(row, Checks.DETAIL));
  }

  private static String year(Row row) {
    return String.valueOf(row.<Integer>getAs(Shared.YEAR.name()));
  }

  private static boolean isError(Row row) {
    return Checks.ERROR.equals(row.getAs(Checks.SEVERITY.name()));
  }

  private static String text(Row row, Field field) {
    String text = row.getAs(field.name());
    return text == null ? "" : text;
  }
}

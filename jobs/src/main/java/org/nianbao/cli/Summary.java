package org.nianbao.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.nianbao.edition.RunReport;
import org.nianbao.job.Results;
import org.nianbao.table.Archive;
import org.nianbao.table.Coverage;
import org.nianbao.table.Shared;
import org.nianbao.table.TownYear;
import org.nianbao.table.YearlyMeasures;

/** What a run tells the person who started it. */
final class Summary {
  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(
      Desk desk,
      Set<Job.Part> parts,
      List<RunReport.Input> inputs,
      SortedSet<TownYear> recomputed,
      Results results,
      Map<Path, Long> written) {
    if (parts.contains(Job.Part.EDITIONS)) {
      townYears(results);
    }
    if (parts.contains(Job.Part.INTAKE)) {
      files(inputs);
    }
    if (parts.contains(Job.Part.TABLES)) {
      out.printf("重新计算：%d 个镇街年度%n", recomputed.size());
    }
    written.forEach((file, rows) -> out.printf("%s（%,d 行）%n", file, rows));
    out.println(desk.options().out.resolve("run.json"));
  }

  private void townYears(Results results) {
    Map<TownYear, StringBuilder> lines = new TreeMap<>();
    for (Row row : results.rows(Coverage.TABLE).toList()) {
      StringBuilder line =
          lines.computeIfAbsent(
              townYear(row),
              key ->
                  new StringBuilder("%s %d ".formatted(text(row, Shared.TOWN.name()), key.year())));
      String status = text(row, Coverage.STATUS.name());
      if (!status.equals(Coverage.MISSING)) {
        line.append(
            " %s %,d 行".formatted(Archive.of(text(row, Shared.DATASET.name())).label(), rows(row)));
      }
      if (status.equals(Coverage.PARTIAL)) {
        line.append("（%d 个月）".formatted(row.<Integer>getAs(Coverage.MONTHS.name())));
      }
    }
    for (Row row : results.rows(YearlyMeasures.TABLE).toList()) {
      String measure = text(row, Shared.MEASURE.name());
      if (measure.equals("publications") || measure.equals("tickets")) {
        lines
            .get(townYear(row))
            .append(
                " → %s %s %s"
                    .formatted(
                        text(row, Shared.MEASURE.shown().name()),
                        plain(row),
                        text(row, YearlyMeasures.UNIT.name())));
      }
    }
    lines.values().forEach(out::println);
  }

  private void files(List<RunReport.Input> inputs) {
    long read = 0;
    long accepted = 0;
    long rejected = 0;
    long duplicates = 0;
    for (RunReport.Input input : inputs) {
      if (input.problem() != null) {
        continue;
      }
      read += input.rowsRead();
      accepted += orZero(input.accepted());
      rejected += input.rejected();
      duplicates += orZero(input.duplicates());
      if (input.rejected() > 0) {
        out.printf("退回 %,d 行：%s%n", input.rejected(), input.path());
      }
    }
    long fresh = inputs.stream().filter(input -> Boolean.TRUE.equals(input.read())).count();
    out.printf("%d 个导出文件，其中 %d 个新读入%n", inputs.size(), fresh);
    if (inputs.stream().anyMatch(input -> input.problem() == null && input.accepted() == null)) {
      out.printf("读取 %,d 行，退回 %,d 行；其余待统计%n", read, rejected);
      return;
    }
    out.printf("读取 %,d 行 = 接收 %,d + 退回 %,d + 重复 %,d%n", read, accepted, rejected, duplicates);
  }

  private static long orZero(Long count) {
    return count == null ? 0 : count;
  }

  private static TownYear townYear(Row row) {
    return new TownYear(row.getAs(Shared.TOWN_CODE.name()), row.getAs(Shared.YEAR.name()));
  }

  private static String text(Row row, String column) {
    return row.getAs(column);
  }

  private static long rows(Row row) {
    return row.getAs(Coverage.ROWS.name());
  }

  private static String plain(Row row) {
    java.math.BigDecimal value = row.getAs(YearlyMeasures.VALUE.name());
    return value == null ? "—" : value.stripTrailingZeros().toPlainString();
  }
}

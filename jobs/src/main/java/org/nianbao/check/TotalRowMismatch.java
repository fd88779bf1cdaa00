package org.nianbao.check;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.Shared;

/**
 * A total row whose number is not that of the file's rows. The office may or may not have counted
 * rows that were rejected, copies, and what last year left open; several totals may be parts of
 * one.
 */
final class TotalRowMismatch implements Check {
  /** Longer digits are numbers of things, not of rows. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d{1,9}(?![\\d.])");

  private static final Pattern GROUPING = Pattern.compile("(?<=\\d)[,，](?=\\d{3})");

  @Override
  public String code() {
    return "total_row_mismatch";
  }

  /**
   * The total rows of a load.
   *
   * @param values their texts
   * @param numbers the numbers in these, and their sum
   * @param data other rejects that are rows of data
   */
  private record Totals(List<String> values, List<Long> numbers, long data) {

    /** Whether any number of them may count the rows; where there is none, nothing is said. */
    boolean fits(long fewest, long most) {
      return numbers.isEmpty() || numbers.stream().anyMatch(n -> n >= fewest && n <= most);
    }
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Map<String, Totals> totals = totals(evidence.rejects());
    List<ExportLog.Entry> unlike = new ArrayList<>();
    for (ExportLog.Entry export : evidence.exports()) {
      Totals found = totals.get(export.load());
      if (found != null
          && Archive.of(export.dataset()).dated()
          && !found.fits(export.valid(), export.valid() + found.data())) {
        unlike.add(export);
      }
    }
    Map<String, Long> things = things(evidence, unlike);
    List<Finding> findings = new ArrayList<>();
    for (ExportLog.Entry export : unlike) {
      Totals found = totals.get(export.load());
      long fewest = things.getOrDefault(export.load(), export.valid());
      if (!found.fits(fewest, export.valid() + found.data())) {
        findings.add(finding(export, found));
      }
    }
    return Findings.of(evidence.spark(), findings);
  }

  /**
   * What an office counts that leaves out copies, and what last year left open: distinct things of
   * the years that an export is about, by load.
   */
  private static Map<String, Long> things(Evidence evidence, List<ExportLog.Entry> exports) {
    Map<String, ExportLog.Entry> byLoad = new HashMap<>();
    exports.forEach(export -> byLoad.put(export.load(), export));
    Map<String, Long> things = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      Object[] loads =
          exports.stream()
              .filter(export -> export.dataset().equals(table.dataset()))
              .map(ExportLog.Entry::load)
              .toArray();
      if (loads.length == 0) {
        continue;
      }
      Column identity = struct(table.identity().get().toArray(Column[]::new));
      for (Row row :
          evidence
              .archive()
              .get(table.dataset())
              .filter(ArchiveTable.LOAD.col().isin(loads))
              .groupBy(ArchiveTable.LOAD.col(), Shared.YEAR.col())
              .agg(countDistinct(identity))
              .collectAsList()) {
        boolean about = byLoad.get(row.getString(0)).isAbout(row.getInt(1));
        things.merge(row.getString(0), about ? row.getLong(2) : 0, Long::sum);
      }
    }
    return things;
  }

  private static Map<String, Totals> totals(Dataset<Row> rejects) {
    Column total = Rejects.RULE.col().equalTo(Rejects.TOTAL_ROW);
    Column noData = Rejects.RULE.col().isin(Rejects.TOTAL_ROW, Rejects.REPEATED_HEADER);
    Map<String, Totals> totals = new HashMap<>();
    rejects
        .groupBy(ArchiveTable.LOAD.col())
        .agg(sort_array(collect_list(when(total, Rejects.VALUE.col()))), count_if(not(noData)))
        .collectAsList()
        .forEach(
            row -> {
              if (!row.getList(1).isEmpty()) {
                totals.put(
                    row.getString(0),
                    new Totals(row.getList(1), numbers(row.getList(1)), row.getLong(2)));
              }
            });
    return totals;
  }

  private Finding finding(ExportLog.Entry export, Totals totals) {
    long rows = export.valid();
    long nearest =
        totals.numbers().stream()
            .min(Comparator.comparingLong(number -> Math.abs(number - rows)))
            .orElseThrow();
    String rejected = totals.data() == 0 ? "" : "，另有退回的明细 %d 行".formatted(totals.data());
    return new Finding(
        code(),
        null,
        export.sourceFile(),
        String.join("；", totals.values()),
        nearest,
        rows,
        "合计行写 %d，明细有 %d 行%s".formatted(nearest, rows, rejected));
  }

  /** Every number in the texts, and the sum of the first ones of each. */
  private static List<Long> numbers(List<String> values) {
    List<Long> numbers = new ArrayList<>();
    long sum = 0;
    for (String value : values) {
      Matcher matcher = NUMBER.matcher(GROUPING.matcher(value).replaceAll(""));
      boolean first = true;
      while (matcher.find()) {
        long number = Long.parseLong(matcher.group());
        numbers.add(number);
        sum += first ? number : 0;
        first = false;
      }
    }
    if (!numbers.isEmpty()) {
      numbers.add(sum);
    }
    return numbers;
  }
}

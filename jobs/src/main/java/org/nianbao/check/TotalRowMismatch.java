package org.nianbao.check;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Rejects;

/**
 * A total row whose number is not that of the file's rows. The office may have counted the rows
 * that were rejected or not; several totals may be parts of one.
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
   * @param data other rejects that are rows of data
   */
  private record Totals(List<String> values, long data) {}

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Map<String, Totals> totals = totals(evidence.rejects());
    List<Finding> findings = new ArrayList<>();
    for (ExportLog.Entry export : evidence.exports()) {
      Totals found = totals.get(export.load());
      if (found != null && Archive.of(export.dataset()).dated()) {
        finding(export, found).ifPresent(findings::add);
      }
    }
    return Findings.of(evidence.spark(), findings);
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
                totals.put(row.getString(0), new Totals(row.getList(1), row.getLong(2)));
              }
            });
    return totals;
  }

  private Optional<Finding> finding(ExportLog.Entry export, Totals totals) {
    long least = export.valid();
    long most = least + totals.data();
    List<Long> numbers = numbers(totals.values());
    if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n >= least && n <= most)) {
      return Optional.empty();
    }
    long nearest =
        numbers.stream().min(Comparator.comparingLong(n -> Math.abs(n - least))).orElseThrow();
    return Optional.of(
        new Finding(
            code(),
            null,
            export.sourceFile(),
            String.join("；", totals.values()),
            nearest,
            least,
            "合计行写 %d，明细有 %d 行".formatted(nearest, least)
                + (totals.data() == 0 ? "" : "，另有退回的明细 %d 行".formatted(totals.data()))));
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

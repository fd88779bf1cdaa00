package org.nianbao.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;

/** A file whose name gives a year, or a span of years, that less than half of its rows are of. */
final class FileYear implements Check {
  private static final Pattern YEARS =
      Pattern.compile("(?<!\\d)(20\\d\\d)(?:年?度?\\s*[-—–~～至到]\\s*(20\\d\\d))?(?!\\d)");

  @Override
  public String code() {
    return "file_year";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    return Findings.of(
        evidence.spark(),
        evidence.exports().stream().map(this::finding).flatMap(Optional::stream).toList());
  }

  private Optional<Finding> finding(ExportLog.Entry export) {
    String path = export.sourceFile();
    SortedSet<Integer> named = named(path.substring(path.lastIndexOf('/') + 1));
    long rows = named.stream().mapToLong(export::rows).sum();
    if (named.isEmpty() || rows * 2 >= export.valid()) {
      return Optional.empty();
    }
    int most =
        export.holdings().stream()
            .map(Holding::year)
            .distinct()
            .max(Comparator.comparingLong(export::rows))
            .orElseThrow();
    String years = named.stream().map(String::valueOf).collect(Collectors.joining("、"));
    return Optional.of(
        new Finding(
            code(),
            null,
            path,
            years,
            named.size() == 1 ? Long.valueOf(named.first()) : null,
            (long) most,
            "文件名写 %s 年，%d 行中只有 %d 行属于该年，%d 行属于 %d 年"
                .formatted(years, export.valid(), rows, export.rows(most), most)));
  }

  /** The years that a file's name gives. */
  static SortedSet<Integer> named(String name) {
    List<Integer> years = new ArrayList<>();
    Matcher matcher = YEARS.matcher(name);
    while (matcher.find()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      for (int year = first; year <= Math.max(first, last); year++) {
        years.add(year);
      }
    }
    return new TreeSet<>(years);
  }
}

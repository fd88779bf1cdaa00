package org.nianbao.check;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Archive;
import org.nianbao.table.Coverage;
import org.nianbao.table.ExportLog;
import org.nianbao.table.TownYear;

/**
 * Months without rows between others that have some, where coverage counts months as missing. At
 * the ends of a year coverage itself says what is missing.
 */
final class MissingMonth implements Check {
  private static final int MONTHS = 12;

  @Override
  public String code() {
    return "missing_month";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Dataset<Row> partial =
        evidence
            .rows(Coverage.TABLE)
            .filter(Coverage.STATUS.col().equalTo(Coverage.PARTIAL))
            .select(TOWN_CODE.col(), YEAR.col(), DATASET.col(), Coverage.MONTHS.col());
    for (Row row : partial.collectAsList()) {
      TownYear townYear = new TownYear(row.getString(0), row.getInt(1));
      int months = months(evidence.exports(), row.getString(2), townYear);
      if (months != 0 && MONTHS - row.getInt(3) > atTheEnds(months)) {
        findings.add(finding(townYear, row.getString(2), between(months)));
      }
    }
    return Findings.of(evidence.spark(), findings);
  }

  /** The months before the first and after the last that has rows. */
  private static int atTheEnds(int months) {
    int first = Integer.numberOfTrailingZeros(months);
    int last = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(months);
    return first + MONTHS - 1 - last;
  }

  private Finding finding(TownYear townYear, String dataset, List<Integer> missing) {
    return new Finding(
        code(),
        townYear,
        null,
        dataset,
        0L,
        (long) missing.size(),
        "%s：%s 月没有数据，前后月份都有"
            .formatted(
                Archive.of(dataset).label(),
                missing.stream().map(String::valueOf).collect(Collectors.joining("、"))));
  }

  /** The months for which the exports speak, as coverage sees it: bit 0 is January. */
  private static int months(List<ExportLog.Entry> exports, String dataset, TownYear townYear) {
    int months = 0;
    for (ExportLog.Entry export : exports) {
      if (export.dataset().equals(dataset) && export.holding(townYear).isPresent()) {
        months |= export.holding(townYear).orElseThrow().months();
        months |= export.isAbout(townYear.year()) ? export.months(townYear.year()) : 0;
      }
    }
    return months;
  }

  /** The months (from 1) without rows that have earlier and later ones with rows. */
  static List<Integer> between(int months) {
    List<Integer> missing = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      boolean before = (months & ((1 << month) - 1)) != 0;
      boolean after = months >> (month + 1) != 0;
      if ((months >> month & 1) == 0 && before && after) {
        missing.add(month + 1);
      }
    }
    return missing;
  }
}

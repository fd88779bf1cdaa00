package org.nianbao.yearly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.table.Days;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.TownYear;

/**
 * What one town's exports of one dataset cover, year by year.
 *
 * <p>An export is about a year, or only repeats what the year before left open. It speaks for the
 * months that have rows in it: of a year it is about, whoever's rows they are; of another, the
 * town's own alone. Publications and tickets come in every month: a year is covered from its first
 * month with rows to its last. Requests and disputes are rare: months, and even years, without any
 * may be quiet ones. Whatever the dataset, months between others count as missing when so many rows
 * would hardly all have missed them by chance (see {@link #uncovered}).
 */
public final class CoverageCalendar {
  private static final int MONTHS = 12;

  /** A run of empty months at the start or end of a year: one place where it can lie. */
  private static final double UNLIKELY_AT_AN_END = 0.05;

  /** A run between other months can lie in some ten places. */
  private static final double UNLIKELY_BETWEEN = 0.005;

  private final ArchiveTable table;
  private final String townCode;
  private final List<ExportLog.Entry> exports;
  private final LocalDate asOf;

  /**
   * Looks at one town.
   *
   * @param exports those of one dataset that have rows of the town
   */
  public CoverageCalendar(
      ArchiveTable table, String townCode, List<ExportLog.Entry> exports, LocalDate asOf) {
    this.table = table;
    this.townCode = townCode;
    this.exports = List.copyOf(exports);
    this.asOf = asOf;
  }

  /**
   * One year.
   *
   * @param rows accepted rows of the town, copies left out
   */
  public Coverage.Year year(int year, long rows) {
    int months = 0;
    double rate = 0;
    LocalDate first = null;
    LocalDate last = null;
    boolean spanned = false;
    for (ExportLog.Entry export : exports) {
      Optional<Holding> own = export.holding(new TownYear(townCode, year));
      boolean about = export.isAbout(year);
      if (own.isPresent()) {
        spanned = true;
        months |= own.get().months();
        first = Days.earlier(first, own.get().firstOn());
        last = Days.later(last, own.get().lastOn());
      }
      if (table.carriesOver() ? spans(export, year) : own.isPresent() && about) {
        spanned = true;
        months |= export.months(year);
        rate += table.carriesOver() ? rate(export) : export.rows(year) / (double) MONTHS;
      }
    }
    if (!spanned) {
      return new Coverage.Year(Coverage.MISSING, null, null, 0, 0);
    }
    int covered = MONTHS - uncovered(months, rate, table.carriesOver());
    boolean ended = asOf.isAfter(YearMonth.of(year, MONTHS).atEndOfMonth());
    String status = covered == MONTHS && ended ? Coverage.COMPLETE : Coverage.PARTIAL;
    return new Coverage.Year(status, first, last, covered, rows);
  }

  /**
   * Whether an export speaks for a year. One that is about the years before and after a year
   * without rows says that there were none, unless that is unlikely at its rate.
   */
  static boolean spans(ExportLog.Entry export, int year) {
    IntSummaryStatistics about = about(export);
    return about.getMin() <= year
        && year <= about.getMax()
        && (export.rows(year) > 0 || chance(rate(export), MONTHS) >= UNLIKELY_BETWEEN);
  }

  /** Rows a month, from the first month to the last of the years that an export is about. */
  private static double rate(ExportLog.Entry export) {
    IntSummaryStatistics about = about(export);
    YearMonth first = YearMonth.from(export.firstOn());
    YearMonth start = YearMonth.of(about.getMin(), 1);
    YearMonth from = first.isBefore(start) ? start : first;
    return export.valid() / (from.until(export.lastOn(), ChronoUnit.MONTHS) + 1.0);
  }

  private static IntSummaryStatistics about(ExportLog.Entry export) {
    return export.holdings().stream()
        .mapToInt(Holding::year)
        .filter(export::isAbout)
        .summaryStatistics();
  }

  /** The chance that so many months have no row (Poisson). */
  private static double chance(double rate, int months) {
    return Math.exp(-rate * months);
  }

  /**
   * How many months count as missing: runs of months without rows that are unlikely at such a rate,
   * and were therefore not exported.
   *
   * @param months the months that have rows: bit 0 is January
   * @param rate rows a month
   * @param rare whether chance explains months before the first and after the last row, too
   */
  static int uncovered(int months, double rate, boolean rare) {
    if (months == 0) {
      return 0;
    }
    int uncovered = 0;
    for (int[] run : emptyRuns(months)) {
      int length = run[1] - run[0];
      boolean atAnEnd = run[0] == 0 || run[1] == MONTHS;
      double chance = chance(rate, length);
      if (atAnEnd ? !rare || chance < UNLIKELY_AT_AN_END : chance < UNLIKELY_BETWEEN) {
        uncovered += length;
      }
    }
    return uncovered;
  }

  /** Runs of months without rows, as first month (from 0) and the month after the last. */
  private static List<int[]> emptyRuns(int months) {
    List<int[]> runs = new ArrayList<>();
    int start = -1;
    for (int month = 0; month <= MONTHS; month++) {
      boolean empty = month < MONTHS && (months >> month & 1) == 0;
      if (empty && start < 0) {
        start = month;
      } else if (!empty && start >= 0) {
        runs.add(new int[] {start, month});
        start = -1;
      }
    }
    return runs;
  }

  /** The exports that have rows of each town, in the order of the towns' codes. */
  public static Map<String, List<ExportLog.Entry>> byTown(List<ExportLog.Entry> exports) {
    Map<String, List<ExportLog.Entry>> byTown = new TreeMap<>();
    for (ExportLog.Entry export : exports) {
      export.holdings().stream()
          .map(Holding::townYear)
          .map(TownYear::townCode)
          .distinct()
          .forEach(town -> byTown.computeIfAbsent(town, code -> new ArrayList<>()).add(export));
    }
    return byTown;
  }
}

package org.nianbao.yearly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
 * <p>An export speaks for the months that have rows in it, whoever's rows they are. Publications
 * and tickets come in every month: a year is covered from its first month with rows to its last.
 * Requests and disputes are rare: months, and even years, without any may be quiet ones. Whatever
 * the dataset, months between others count as missing when so many rows would hardly all have
 * missed them by chance (see {@link #uncovered}).
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
    long evidence = 0;
    LocalDate first = null;
    LocalDate last = null;
    boolean spanned = false;
    for (ExportLog.Entry export : exports) {
      Optional<Holding> own = export.holding(new TownYear(townCode, year));
      boolean speaks = own.isPresent() || (table.carriesOver() && spans(export, year));
      if (speaks) {
        spanned = true;
        months |= export.months(year);
        evidence += export.rows(year);
      }
      if (own.isPresent()) {
        first = Days.earlier(first, own.get().firstOn());
        last = Days.later(last, own.get().lastOn());
      }
    }
    if (!spanned) {
      return new Coverage.Year(Coverage.MISSING, null, null, 0, 0);
    }
    int covered = MONTHS - uncovered(months, evidence, table.carriesOver());
    boolean ended = asOf.isAfter(YearMonth.of(year, MONTHS).atEndOfMonth());
    String status = covered == MONTHS && ended ? Coverage.COMPLETE : Coverage.PARTIAL;
    return new Coverage.Year(status, first, last, covered, rows);
  }

  /**
   * Whether an export speaks for a year. One that has rows before and after a year without any says
   * that there were none, unless so many rows would hardly all have missed that year by chance.
   */
  static boolean spans(ExportLog.Entry export, int year) {
    if (export.firstOn() == null
        || export.firstOn().getYear() > year
        || export.lastOn().getYear() < year) {
      return false;
    }
    double years = export.lastOn().getYear() - export.firstOn().getYear() + 1;
    return export.rows(year) > 0
        || Math.pow((years - 1) / years, (double) export.valid()) >= UNLIKELY_BETWEEN;
  }

  /**
   * How many months count as missing. Rows that fall anywhere in the year with equal chance all
   * miss a given run of g months with probability ((12 − g) / 12)^rows; a run for which that is
   * unlikely was not exported.
   *
   * @param months the months that have rows: bit 0 is January
   * @param rare whether chance explains months before the first and after the last row, too
   */
  static int uncovered(int months, long rows, boolean rare) {
    if (months == 0) {
      return 0;
    }
    int uncovered = 0;
    for (int[] run : emptyRuns(months)) {
      int length = run[1] - run[0];
      boolean atAnEnd = run[0] == 0 || run[1] == MONTHS;
      double chance = Math.pow((MONTHS - length) / (double) MONTHS, (double) rows);
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

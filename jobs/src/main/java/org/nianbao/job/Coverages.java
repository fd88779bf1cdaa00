package org.nianbao.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Computed;
import org.nianbao.table.Coverage;
import org.nianbao.table.ExportLog;
import org.nianbao.table.TownYear;
import org.nianbao.yearly.CoverageCalendar;

/** What all exports cover: every town, year and dataset from the first year to the last. */
final class Coverages {
  /** In the order of the table of coverage. */
  private static final List<ArchiveTable> DATASETS =
      Archive.TABLES.stream()
          .filter(ArchiveTable::dated)
          .sorted(Comparator.comparing(ArchiveTable::dataset))
          .toList();

  private final SortedSet<Integer> years = new TreeSet<>();
  private final SortedSet<String> towns = new TreeSet<>();
  private final Map<String, Map<String, CoverageCalendar>> calendars = new HashMap<>();
  private final SortedSet<TownYear> held = new TreeSet<>();

  Coverages(List<ExportLog.Entry> exports, LocalDate asOf) {
    for (ExportLog.Entry export : exports) {
      export.holdings().forEach(holding -> held.add(holding.townYear()));
    }
    held.forEach(
        townYear -> {
          towns.add(townYear.townCode());
          years.add(townYear.year());
        });
    for (ArchiveTable table : DATASETS) {
      List<ExportLog.Entry> own =
          exports.stream().filter(export -> export.dataset().equals(table.dataset())).toList();
      Map<String, CoverageCalendar> byTown = new HashMap<>();
      CoverageCalendar.byTown(own)
          .forEach((town, list) -> byTown.put(town, new CoverageCalendar(table, town, list, asOf)));
      calendars.put(table.dataset(), byTown);
    }
  }

  /** Town-years of which anything is known, if only that there was nothing. */
  SortedSet<TownYear> townYears() {
    SortedSet<TownYear> known = new TreeSet<>(held);
    for (String town : towns) {
      for (int year : allYears()) {
        TownYear townYear = new TownYear(town, year);
        if (!known(townYear).isEmpty()) {
          known.add(townYear);
        }
      }
    }
    return known;
  }

  /** The datasets that are known for a town-year. */
  Set<String> known(TownYear townYear) {
    Set<String> known = new TreeSet<>();
    for (ArchiveTable table : DATASETS) {
      if (!year(table, townYear, 0).status().equals(Coverage.MISSING)) {
        known.add(table.dataset());
      }
    }
    return known;
  }

  /**
   * Rows of {@link Coverage}.
   *
   * @param names name by code of the towns
   * @param computed the accounts of rows
   */
  List<Row> rows(Map<String, String> names, Map<TownYear, Computed.Entry> computed) {
    List<Row> rows = new ArrayList<>();
    for (String town : towns) {
      for (int year : allYears()) {
        TownYear townYear = new TownYear(town, year);
        Map<String, Long> accepted = accepted(computed.get(townYear));
        for (ArchiveTable table : DATASETS) {
          Coverage.Year found = year(table, townYear, accepted.getOrDefault(table.dataset(), 0L));
          rows.add(found.toRow(town, names.getOrDefault(town, town), year, table.dataset()));
        }
      }
    }
    return rows;
  }

  private static Map<String, Long> accepted(Computed.Entry entry) {
    Map<String, Long> accepted = new TreeMap<>();
    if (entry != null) {
      entry
          .accounts()
          .forEach(account -> accepted.merge(account.dataset(), account.accepted(), Long::sum));
    }
    return accepted;
  }

  private Coverage.Year year(ArchiveTable table, TownYear townYear, long rows) {
    CoverageCalendar calendar = calendars.get(table.dataset()).get(townYear.townCode());
    return calendar == null
        ? new Coverage.Year(Coverage.MISSING, null, null, 0, 0)
        : calendar.year(townYear.year(), rows);
  }

  private List<Integer> allYears() {
    List<Integer> all = new ArrayList<>();
    if (!years.isEmpty()) {
      for (int year = years.first(); year <= years.last(); year++) {
        all.add(year);
      }
    }
    return all;
  }
}

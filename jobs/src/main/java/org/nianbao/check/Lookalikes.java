package org.nianbao.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nianbao.table.Archive;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.TownYear;

/**
 * Years of exports that could be the same again, as far as the log of exports tells: the same
 * towns, the same months, and nearly as many rows in each town. Reads no row.
 */
final class Lookalikes {
  /** Fewer rows may well be alike by chance. */
  private static final int FEWEST_ROWS = 20;

  private static final double NEARLY = 0.9;

  private Lookalikes() {}

  /** What an export has of a year that it is about. */
  record ExportYear(ExportLog.Entry export, int year) {
    long rows() {
      return export.rows(year);
    }
  }

  /** Two such years; the second is the later one. */
  record Pair(ExportYear earlier, ExportYear later) {
    String dataset() {
      return earlier.export().dataset();
    }
  }

  static List<Pair> among(List<ExportLog.Entry> exports) {
    Map<String, List<ExportYear>> byShape = new LinkedHashMap<>();
    for (ExportLog.Entry export : exports) {
      export.holdings().stream()
          .mapToInt(Holding::year)
          .distinct()
          .filter(year -> export.isAbout(year) && export.rows(year) >= FEWEST_ROWS)
          .filter(year -> Archive.of(export.dataset()).dated())
          .mapToObj(year -> new ExportYear(export, year))
          .forEach(one -> byShape.computeIfAbsent(shape(one), key -> new ArrayList<>()).add(one));
    }
    List<Pair> pairs = new ArrayList<>();
    byShape.values().forEach(alike -> pairs.addAll(pairs(alike)));
    return pairs;
  }

  private static List<Pair> pairs(List<ExportYear> alike) {
    List<Pair> pairs = new ArrayList<>();
    for (ExportYear one : alike) {
      for (ExportYear other : alike) {
        if (one.year() < other.year() && sameVolume(one, other)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return pairs;
  }

  /** The dataset, and for each town the months that have rows. */
  private static String shape(ExportYear one) {
    Map<String, Integer> months = new TreeMap<>();
    for (Holding holding : one.export().holdings()) {
      if (holding.year() == one.year()) {
        months.put(holding.townCode(), holding.months());
      }
    }
    return one.export().dataset() + months;
  }

  private static boolean sameVolume(ExportYear one, ExportYear other) {
    return one.export().holdings().stream()
        .filter(holding -> holding.year() == one.year())
        .allMatch(
            holding -> {
              Optional<Holding> twin =
                  other.export().holding(new TownYear(holding.townCode(), other.year()));
              double less = Math.min(holding.rows(), twin.orElse(holding).rows());
              double more = Math.max(holding.rows(), twin.orElse(holding).rows());
              return twin.isPresent() && less >= NEARLY * more;
            });
  }
}

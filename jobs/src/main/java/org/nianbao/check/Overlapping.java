package org.nianbao.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.TownYear;

/**
 * Exports that could share most of their rows, as far as the log of exports tells: each has enough
 * rows of the same towns and years. Reads no row.
 */
final class Overlapping {
  private Overlapping() {}

  /** Two exports in the order of their names. */
  record Pair(ExportLog.Entry one, ExportLog.Entry other) {
    List<String> loads() {
      return List.of(one.load(), other.load());
    }

    /** Rows of the smaller one. */
    long smaller() {
      return Math.min(one.valid(), other.valid());
    }
  }

  static List<Pair> among(ArchiveTable table, List<ExportLog.Entry> exports) {
    Map<TownYear, List<Integer>> holders = new TreeMap<>();
    for (int i = 0; i < exports.size(); i++) {
      if (exports.get(i).dataset().equals(table.dataset())) {
        for (Holding holding : exports.get(i).holdings()) {
          holders.computeIfAbsent(holding.townYear(), key -> new ArrayList<>()).add(i);
        }
      }
    }
    Map<List<Integer>, Long> common = new HashMap<>();
    holders.forEach((townYear, own) -> count(townYear, own, exports, common));
    return common.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Overlapping::order))
        .map(entry -> Map.entry(pair(entry.getKey(), exports), entry.getValue()))
        .filter(entry -> !entry.getKey().one().load().equals(entry.getKey().other().load()))
        .filter(entry -> entry.getValue() * 2 >= entry.getKey().smaller())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Adds for each two exports how many rows of a town-year they can have in common at most. */
  private static void count(
      TownYear townYear,
      List<Integer> holders,
      List<ExportLog.Entry> exports,
      Map<List<Integer>, Long> common) {
    for (int one : holders) {
      for (int other : holders) {
        if (one < other) {
          long most =
              Math.min(
                  exports.get(one).holding(townYear).orElseThrow().rows(),
                  exports.get(other).holding(townYear).orElseThrow().rows());
          common.merge(List.of(one, other), most, Long::sum);
        }
      }
    }
  }

  private static Pair pair(List<Integer> places, List<ExportLog.Entry> exports) {
    return new Pair(exports.get(places.get(0)), exports.get(places.get(1)));
  }

  private static int order(List<Integer> one, List<Integer> other) {
    int byFirst = one.get(0).compareTo(other.get(0));
    return byFirst != 0 ? byFirst : one.get(1).compareTo(other.get(1));
  }
}

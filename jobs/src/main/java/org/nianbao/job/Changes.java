package org.nianbao.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.TownYear;

/**
 * Which town-years must be computed again, because what their results rest on is no longer what
 * they were computed from.
 *
 * @param inputs the fingerprint of what each town-year's results rest on now
 * @param stale town-years whose results are missing or rest on something else
 * @param gone town-years that have results but no longer any export
 */
public record Changes(
    Map<TownYear, String> inputs, SortedSet<TownYear> stale, SortedSet<TownYear> gone) {

  /** Changes when the same archive and seeds would give other results than before. */
  private static final String VERSION = "3";

  static Changes of(
      List<ExportLog.Entry> exports,
      Map<TownYear, Set<TownYear>> links,
      Coverages coverage,
      Map<TownYear, Computed.Entry> computed,
      Seeds seeds,
      LocalDate asOf) {
    String rules = VERSION + seeds.digest(List.copyOf(seeds.names()));
    Map<TownYear, Set<String>> sources = sources(exports);
    Map<TownYear, String> inputs = new TreeMap<>();
    for (TownYear townYear : coverage.townYears()) {
      Set<String> rests = new TreeSet<>(sources.getOrDefault(townYear, Set.of()));
      for (TownYear linked : links.getOrDefault(townYear, Set.of())) {
        rests.addAll(sources.getOrDefault(linked, Set.of()));
      }
      rests.addAll(carriedOver(exports, townYear));
      inputs.put(townYear, digest(rules + rests + coverage.known(townYear)));
    }
    SortedSet<TownYear> stale = new TreeSet<>();
    inputs.forEach(
        (townYear, fingerprint) -> {
          Computed.Entry before = computed.get(townYear);
          if (before == null || !before.holds(fingerprint, asOf)) {
            stale.add(townYear);
          }
        });
    SortedSet<TownYear> gone = new TreeSet<>(computed.keySet());
    gone.removeAll(inputs.keySet());
    return new Changes(inputs, stale, gone);
  }

  /** The town-years whose rows in result tables are to be replaced. */
  List<TownYear> replaced() {
    List<TownYear> replaced = new ArrayList<>(stale);
    replaced.addAll(gone);
    return replaced;
  }

  boolean none() {
    return stale.isEmpty() && gone.isEmpty();
  }

  private static Map<TownYear, Set<String>> sources(List<ExportLog.Entry> exports) {
    Map<TownYear, Set<String>> sources = new TreeMap<>();
    for (ExportLog.Entry export : exports) {
      for (Holding holding : export.holdings()) {
        sources
            .computeIfAbsent(holding.townYear(), townYear -> new TreeSet<>())
            .add(source(export));
      }
    }
    return sources;
  }

  /** Exports of earlier years of which a later year's results speak. */
  private static Set<String> carriedOver(List<ExportLog.Entry> exports, TownYear townYear) {
    Set<String> sources = new TreeSet<>();
    for (ExportLog.Entry export : exports) {
      if (Archive.of(export.dataset()).carriesOver()
          && export.holdings().stream()
              .anyMatch(
                  held ->
                      held.townCode().equals(townYear.townCode())
                          && held.year() < townYear.year())) {
        sources.add(source(export));
      }
    }
    return sources;
  }

  /** What identifies the content that an export brings. */
  static String source(ExportLog.Entry export) {
    return export.sourceFile() + "|" + export.sha256() + "|" + export.recipe();
  }

  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

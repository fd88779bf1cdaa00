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
import java.util.stream.Collectors;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
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
  private static final String VERSION = "4";

  static Changes of(
      List<ExportLog.Entry> exports,
      Map<TownYear, Set<TownYear>> links,
      Coverages coverage,
      Map<TownYear, Computed.Entry> computed,
      Seeds seeds,
      LocalDate asOf) {
    String rules = rules(seeds);
    Map<TownYear, String> inputs = new TreeMap<>();
    for (TownYear townYear : coverage.townYears()) {
      Set<TownYear> linked = links.getOrDefault(townYear, Set.of());
      Set<String> rests =
          exports.stream()
              .filter(export -> restsOn(export, townYear, linked))
              .map(Changes::source)
              .collect(Collectors.toCollection(TreeSet::new));
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

  /** A fingerprint of the lists and rules by which results are computed. */
  static String rules(Seeds seeds) {
    return VERSION + seeds.digest(List.copyOf(seeds.names()));
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

  /**
   * Whether the results of a town-year rest on an export: on rows of its own, on rows of linked
   * ones, or on rows of earlier years of which a later year's results speak.
   */
  static boolean restsOn(ExportLog.Entry export, TownYear townYear, Set<TownYear> linked) {
    boolean carriesOver = Archive.of(export.dataset()).carriesOver();
    return export.holdings().stream()
        .anyMatch(
            held ->
                held.townYear().equals(townYear)
                    || linked.contains(held.townYear())
                    || (carriesOver
                        && held.townCode().equals(townYear.townCode())
                        && held.year() < townYear.year()));
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

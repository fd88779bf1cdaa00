package org.nianbao.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.nianbao.source.Export;
import org.nianbao.source.ExportReader;
import org.nianbao.table.Days;
import org.nianbao.table.Holding;

/**
 * The first reading of exports, before anything is written: what is in them, and what is wrong with
 * them. Rejects stay with the tasks that found them; only sums come to the driver.
 */
public final class Survey implements AutoCloseable {
  private final JavaRDD<Finding> findings;
  private final Map<String, Finding.Tally> tallies = new HashMap<>();
  private final Map<String, Finding.Broken> broken = new TreeMap<>();

  private Survey(JavaRDD<Finding> findings) {
    this.findings = findings;
  }

  /** Reads every record of the exports once. */
  public static Survey of(ExportReader reader, List<Export> exports, IntakeRules rules) {
    Survey survey =
        new Survey(
            reader
                .map(
                    exports,
                    (export, records) ->
                        (java.util.Iterator<Finding>) new Surveyor(export, records, rules))
                .persist(StorageLevel.MEMORY_AND_DISK_SER()));
    List<Finding> sums =
        survey.findings.filter(finding -> !(finding instanceof Finding.Reject)).collect();
    for (Finding sum : sums) {
      if (sum instanceof Finding.Tally tally) {
        survey.tallies.merge(tally.uri(), tally, Survey::sum);
      } else if (sum instanceof Finding.Broken stop) {
        survey.broken.merge(stop.uri(), stop, Survey::first);
      }
    }
    return survey;
  }

  /** What was counted in an export, or what broke its reading. */
  public Finding of(Export export) {
    String uri = export.file().uri();
    Finding.Broken stop = broken.get(uri);
    return stop != null ? stop : tallies.get(uri);
  }

  /** Every rejected record. */
  public JavaRDD<Finding.Reject> rejects() {
    return findings
        .filter(finding -> finding instanceof Finding.Reject)
        .map(finding -> (Finding.Reject) finding);
  }

  private static Finding.Tally sum(Finding.Tally one, Finding.Tally other) {
    TreeMap<String, Holding> holdings = new TreeMap<>();
    for (Finding.Tally tally : List.of(one, other)) {
      tally
          .holdings()
          .forEach(
              held -> holdings.merge(held.townCode() + "/" + held.year(), held, Holding::plus));
    }
    LocalDate latest = Days.later(one.latestOn(), other.latestOn());
    LocalDate retry = Days.earlier(one.retryOn(), other.retryOn());
    return new Finding.Tally(
        one.uri(),
        one.sha256(),
        one.read() + other.read(),
        one.rejected() + other.rejected(),
        latest,
        retry,
        holdings.values().stream()
            .sorted(Comparator.comparing(Holding::townCode).thenComparing(Holding::year))
            .toList());
  }

  /** Tasks read parts of a file: the break that comes first is told, whatever task ends first. */
  private static Finding.Broken first(Finding.Broken one, Finding.Broken other) {
    return one.record() <= other.record() ? one : other;
  }

  @Override
  public void close() {
    findings.unpersist();
  }
}

package org.nianbao.intake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.TaskFailureListener;
import org.nianbao.source.Export;
import org.nianbao.source.ExportReader;
import org.nianbao.source.RawRecord;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.Days;
import org.nianbao.table.Holding;
import org.nianbao.table.StagedFile;

/**
 * The first reading of exports, before anything is written: what is in them, and what is wrong with
 * them. Rejects stay with the tasks that found them; only sums come to the driver.
 */
public final class Survey implements AutoCloseable {
  /** A property of the job that reads exports for the first time. */
  private static final String FIRST = "nianbao.first.reading";

  private final JavaRDD<Finding> findings;
  private final Map<String, Finding.Tally> tallies = new HashMap<>();
  private final Map<String, Finding.Broken> broken = new TreeMap<>();

  private Survey(JavaRDD<Finding> findings) {
    this.findings = findings;
  }

  /**
   * Reads every record of the exports once.
   *
   * @param loads the load that each export's rows are part of, by the URI of its file
   * @param sinks take the valid rows
   */
  public static Survey of(
      ExportReader reader,
      List<Export> exports,
      IntakeRules rules,
      Map<String, String> loads,
      ArchiveSink.Opener sinks) {
    Broadcast<Work> work = reader.handedOut(new Work(rules, Map.copyOf(loads), sinks));
    int attempts = reader.attempts();
    Survey survey =
        new Survey(
            reader
                .map(
                    exports, (export, records) -> findings(export, records, work.value(), attempts))
                .persist(StorageLevel.MEMORY_AND_DISK_SER()));
    for (Finding sum : survey.sums()) {
      if (sum instanceof Finding.Tally tally) {
        survey.tallies.merge(tally.uri(), tally, Survey::sum);
      } else if (sum instanceof Finding.Broken stop) {
        survey.broken.merge(stop.uri(), stop, Survey::first);
      }
    }
    return survey;
  }

  private List<Finding> sums() {
    SparkContext context = findings.context();
    context.setLocalProperty(FIRST, "true");
    try {
      return findings.filter(finding -> !(finding instanceof Finding.Reject)).collect();
    } finally {
      context.setLocalProperty(FIRST, null);
    }
  }

  private static Iterator<Finding> findings(
      Export export, Iterator<RawRecord> records, Work work, int attempts) {
    TaskContext task = TaskContext.get();
    ArchiveSink sink = sink(task, export, work);
    task.addTaskFailureListener((TaskFailureListener) (context, failure) -> sink.abort());
    boolean last = task.attemptNumber() + 1 >= attempts;
    return new Surveyor(export, records, work.rules, sink, last);
  }

  /**
   * Where valid rows go. Findings that were lost with their machine are found again, for the
   * rejects among them; the rows are where the first reading put them.
   */
  private static ArchiveSink sink(TaskContext task, Export export, Work work) {
    if (task.getLocalProperty(FIRST) == null) {
      return ArchiveSink.NOWHERE;
    }
    return work.sinks.open(
        Archive.of(export.dataset()),
        export.file().name(),
        work.loads.get(export.file().uri()),
        "%05d-%d".formatted(task.partitionId(), task.taskAttemptId()));
  }

  /** What was counted in an export, or what broke its reading. */
  public Finding of(Export export) {
    String uri = export.file().uri();
    Finding.Broken stop = broken.get(uri);
    return stop != null ? stop : tallies.get(uri);
  }

  /** The files that hold the valid rows of whole exports. */
  public List<StagedFile> staged() {
    return staged(uri -> !broken.containsKey(uri));
  }

  /** The files with rows of exports whose reading broke off elsewhere. */
  public List<StagedFile> abandoned() {
    return staged(broken::containsKey);
  }

  private List<StagedFile> staged(Predicate<String> exports) {
    return tallies.values().stream()
        .filter(tally -> exports.test(tally.uri()))
        .flatMap(tally -> tally.staged().stream())
        .toList();
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
            .toList(),
        Stream.of(one.staged(), other.staged()).flatMap(List::stream).toList());
  }

  /** Tasks read parts of a file: the break that comes first is told, whatever task ends first. */
  private static Finding.Broken first(Finding.Broken one, Finding.Broken other) {
    return one.record() <= other.record() ? one : other;
  }

  @Override
  public void close() {
    findings.unpersist();
  }

  /** What all tasks need. */
  private record Work(IntakeRules rules, Map<String, String> loads, ArchiveSink.Opener sinks)
      implements Serializable {}
}

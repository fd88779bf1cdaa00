package org.nianbao.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.nianbao.intake.Corrections;
import org.nianbao.intake.Finding;
import org.nianbao.intake.IntakeRules;
import org.nianbao.intake.Survey;
import org.nianbao.mapping.MappingException;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Discovery;
import org.nianbao.source.Export;
import org.nianbao.source.ExportReader;
import org.nianbao.source.Recognition;
import org.nianbao.source.SourceFile;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.Days;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.StagedFile;

/**
 * What a run finds among the exports before it writes anything: which files there are, what each
 * holds, which of them the archive has already, and what is wrong with the others.
 */
public final class Reading implements AutoCloseable {
  private final List<Seen> files;
  private final List<String> ignored;
  private final Survey survey;
  private final List<StagedFile> pending;
  private final Consumer<List<StagedFile>> discard;

  /**
   * One file, or one entry of a container.
   *
   * @param export null where the file cannot be taken, or need not be read to be known
   * @param entry what the log says, or will say, of it; null where the file cannot be taken
   * @param isNew whether its rows are not in the archive yet
   * @param problem why it cannot be taken, or null
   */
  public record Seen(
      SourceFile file, Export export, ExportLog.Entry entry, boolean isNew, String problem) {

    static Seen unread(SourceFile file, ExportLog.Entry before) {
      return new Seen(file, null, before, false, null);
    }

    static Seen problem(SourceFile file, String problem) {
      return new Seen(file, null, null, false, problem);
    }
  }

  private Reading(
      List<Seen> files, List<String> ignored, Survey survey, Consumer<List<StagedFile>> discard) {
    this.files = files;
    this.ignored = ignored;
    this.survey = survey;
    this.pending = new ArrayList<>(survey.staged());
    this.discard = discard;
  }

  /**
   * Looks at every file below the paths; reads the records of those that are new.
   *
   * @param mappings how foreign exports are read
   * @param log every entry of the log of exports
   * @param unchanged knows files that need not be read
   * @param asOf the day of the run
   * @param sinks take the valid rows of those that are new
   * @param discard what becomes of rows that are not committed until the reading is closed
   * @throws InputException if there is no export at all
   * @throws MappingException if the mappings do not fit the exports
   */
  static Reading of(
      List<String> paths,
      SparkSession spark,
      Seeds seeds,
      Corrections corrections,
      SourceMappings mappings,
      List<ExportLog.Entry> log,
      Unchanged unchanged,
      LocalDate asOf,
      ArchiveSink.Opener sinks,
      Consumer<List<StagedFile>> discard,
      Progress progress) {
    Discovery discovery = Discovery.of(paths, spark.sparkContext().hadoopConfiguration());
    if (discovery.files().isEmpty()) {
      throw new InputException(
          "Cannot find any export in "
              + String.join(", ", paths)
              + ": no file there ends in .csv, .txt, .tsv, .xlsx, .parquet, .gz or .zip; check --exports");
    }
    List<Seen> recognised =
        progress.step(
            "识别导出文件",
            () ->
                new Recognised(
                        new Recognition(spark, seeds.columnAliases()),
                        mappings,
                        unchanged,
                        progress)
                    .of(discovery.files()));
    Map<String, ExportLog.Entry> known = known(log, asOf);
    Function<Export, String> recipe = export -> IntakeRules.recipe(seeds, export, corrections);
    Map<String, Export> fresh = new LinkedHashMap<>();
    for (Seen seen : recognised) {
      if (seen.export() != null) {
        String key = seen.export().sha256() + recipe.apply(seen.export());
        if (!known.containsKey(key)) {
          fresh.putIfAbsent(key, seen.export());
        }
      }
    }
    Map<String, String> loads = new HashMap<>();
    Map<String, String> byUri = new HashMap<>();
    fresh.forEach(
        (key, export) -> {
          loads.put(key, UUID.randomUUID().toString());
          byUri.put(export.file().uri(), loads.get(key));
        });
    Survey survey =
        progress.step(
            "通读新的导出文件",
            () ->
                Survey.of(
                    new ExportReader(spark),
                    List.copyOf(fresh.values()),
                    IntakeRules.of(seeds, asOf, corrections),
                    byUri,
                    sinks));
    long run = log.stream().mapToLong(ExportLog.Entry::run).max().orElse(0) + 1;
    List<Seen> files = new ArrayList<>();
    for (Seen seen : recognised) {
      if (seen.problem() != null) {
        files.add(seen);
        continue;
      }
      if (seen.export() == null) {
        files.add(known(seen, seen.entry(), run, seen.file().modifiedMs()));
        continue;
      }
      String bytes = recipe.apply(seen.export());
      String key = seen.export().sha256() + bytes;
      files.add(
          known.containsKey(key)
              ? known(
                  seen, known.get(key), run, Unchanged.timeOf(seen.export(), progress.started()))
              : surveyed(
                  seen,
                  survey.of(fresh.get(key)),
                  bytes,
                  loads.get(key),
                  run,
                  Unchanged.timeOf(seen.export(), progress.started())));
    }
    return new Reading(files, discovery.ignored(), survey, discard);
  }

  /** Entries by bytes and rules, of which a run on the day would find the same rows valid. */
  private static Map<String, ExportLog.Entry> known(List<ExportLog.Entry> log, LocalDate asOf) {
    Map<String, ExportLog.Entry> known = new HashMap<>();
    log.stream()
        .filter(entry -> entry.holdsOn(asOf))
        .forEach(entry -> known.put(entry.sha256() + entry.recipe(), entry));
    return known;
  }

  private static Seen known(Seen seen, ExportLog.Entry before, long run, Long modifiedMs) {
    ExportLog.Entry entry =
        before.seenAgain(run, seen.file().uri(), seen.file().name(), modifiedMs);
    return new Seen(seen.file(), seen.export(), entry, false, null);
  }

  /**
   * A new file.
   *
   * @param finding what was found in its bytes, perhaps at another place
   */
  private static Seen surveyed(
      Seen seen, Finding finding, String recipe, String load, long run, Long modifiedMs) {
    Export export = seen.export();
    if (finding instanceof Finding.Broken broken) {
      return Seen.problem(
          seen.file(),
          "breaks off at record %d (%s); export it again"
              .formatted(broken.record(), broken.reason()));
    }
    Finding.Tally tally = (Finding.Tally) finding;
    LocalDate first = null;
    LocalDate last = null;
    for (Holding holding : tally.holdings()) {
      first = Days.earlier(first, holding.firstOn());
      last = Days.later(last, holding.lastOn());
    }
    ExportLog.Entry entry =
        new ExportLog.Entry(
            run,
            seen.file().uri(),
            seen.file().name(),
            export.sha256(),
            recipe,
            load,
            export.dataset(),
            export.encoding(),
            export.headerRecords(),
            seen.file().bytes(),
            modifiedMs,
            tally.read(),
            tally.rejected(),
            first,
            last,
            tally.latestOn(),
            tally.retryOn(),
            tally.holdings());
    return new Seen(seen.file(), export, entry, true, null);
  }

  public List<Seen> files() {
    return files;
  }

  /** Names of files of formats that no export has. */
  public List<String> ignored() {
    return ignored;
  }

  /** Sheets with a known header that are not read, because each workbook is one export. */
  public List<String> unreadSheets() {
    return files.stream()
        .filter(seen -> seen.export() != null)
        .flatMap(
            seen ->
                seen.export().unreadSheets().stream()
                    .map(sheet -> seen.file().name() + "#" + sheet))
        .toList();
  }

  /** The exports whose rows are to be loaded: each content once, however many files have it. */
  List<Export> fresh() {
    Map<String, Export> byLoad = new HashMap<>();
    List<Export> fresh = new ArrayList<>();
    for (Seen seen : files) {
      if (seen.isNew() && byLoad.putIfAbsent(seen.entry().load(), seen.export()) == null) {
        fresh.add(seen.export());
      }
    }
    return fresh;
  }

  /** The files that cannot be taken, as sentences. */
  public List<String> problems() {
    return files.stream()
        .filter(seen -> seen.problem() != null)
        .map(seen -> "Cannot use " + seen.file().name() + ": it " + seen.problem())
        .toList();
  }

  Optional<Seen> firstWithRejects() {
    return files.stream()
        .filter(seen -> seen.entry() != null && seen.entry().rejected() > 0)
        .findFirst();
  }

  JavaRDD<Finding.Reject> rejects() {
    return survey.rejects();
  }

  /**
   * Hands over the files that hold the valid rows of a dataset's exports. From here on they are not
   * deleted any more: a commit that seems to fail may have succeeded.
   */
  synchronized List<StagedFile> handOver(String dataset) {
    List<StagedFile> staged =
        pending.stream().filter(file -> file.dataset().equals(dataset)).toList();
    pending.removeAll(Set.copyOf(staged));
    return staged;
  }

  /** The number of rejects of the exports that are to be loaded. */
  long rejected() {
    return files.stream().filter(Seen::isNew).mapToLong(seen -> seen.entry().rejected()).sum();
  }

  @Override
  public void close() {
    survey.close();
    discard.accept(survey.abandoned());
    discard.accept(pending);
  }
}

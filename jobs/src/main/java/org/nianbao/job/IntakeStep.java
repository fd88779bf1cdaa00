package org.nianbao.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.nianbao.intake.Corrections;
import org.nianbao.intake.IntakeRules;
import org.nianbao.intake.Loading;
import org.nianbao.mapping.MappingException;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Export;
import org.nianbao.source.ExportReader;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;

/** From exports to the archive. What is written counts from the moment the log names it. */
public final class IntakeStep {
  /** Rejects that the driver can hold at once. */
  private static final long FEW_REJECTS = 20_000;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Ledgers ledgers;
  private final Seeds seeds;
  private final Corrections corrections;
  private final SourceMappings mappings;
  private final LocalDate asOf;
  private final Progress progress;

  public IntakeStep(
      SparkSession spark,
      Warehouse warehouse,
      Ledgers ledgers,
      Seeds seeds,
      Corrections corrections,
      SourceMappings mappings,
      LocalDate asOf,
      Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.ledgers = ledgers;
    this.seeds = seeds;
    this.corrections = corrections;
    this.mappings = mappings;
    this.asOf = asOf;
    this.progress = progress;
  }

  /**
   * Looks at exports, also at those that are known, without writing anything.
   *
   * @throws InputException if there is none, or none that can be taken
   * @throws MappingException if the mapping does not fit the exports
   */
  public Reading look(List<String> paths) {
    return read(paths, List.of(), ArchiveSink.Opener.NOWHERE);
  }

  /**
   * Reads exports, and writes the valid rows of new ones beside the archive, where they do not
   * count yet and are gone when the reading is closed without {@link #write}.
   *
   * @throws InputException if there is none, or none that can be taken
   * @throws MappingException if the mapping does not fit the exports
   */
  public Reading take(List<String> paths) {
    return read(paths, ledgers.log(), warehouse.archive().staging());
  }

  private Reading read(
      List<String> paths, List<ExportLog.Entry> trusted, ArchiveSink.Opener sinks) {
    Reading reading =
        Reading.of(
            paths,
            spark,
            seeds,
            corrections,
            mappings,
            ledgers.log(),
            new Unchanged(trusted, seeds, corrections, asOf),
            asOf,
            sinks,
            warehouse.archive()::discard,
            progress);
    if (reading.files().stream().allMatch(seen -> seen.problem() != null)) {
      reading.close();
      throw new InputException(String.join(System.lineSeparator(), reading.problems()));
    }
    return reading;
  }

  /**
   * Stops where any file or row was refused.
   *
   * @throws InputException naming the files that cannot be taken, or the first with rejects
   */
  public void demandNoRejects(Reading reading) {
    if (!reading.problems().isEmpty()) {
      throw new InputException(String.join(System.lineSeparator(), reading.problems()));
    }
    reading
        .firstWithRejects()
        .ifPresent(
            seen -> {
              throw new InputException(
                  "Cannot go on under --strict: %d of %d rows of %s were rejected; run without --strict to see them in rejects/"
                      .formatted(
                          seen.entry().rejected(), seen.entry().rowsRead(), seen.file().name()));
            });
  }

  /** Writes what is new of a reading; says which entries the log got. */
  public List<ExportLog.Entry> write(Reading reading) {
    List<ExportLog.Entry> entries = unlogged(reading);
    List<Export> fresh = reading.fresh();
    if (!fresh.isEmpty()) {
      progress.step("写入档案", () -> load(reading, fresh));
    }
    if (!entries.isEmpty()) {
      ledgers.log(entries);
    }
    return entries;
  }

  /** Entries of files that the log does not know yet by this name, time, bytes and rules. */
  public List<ExportLog.Entry> unlogged(Reading reading) {
    Set<List<String>> known = new HashSet<>();
    ledgers.exports().forEach(entry -> known.add(name(entry)));
    List<ExportLog.Entry> entries = new ArrayList<>();
    for (Reading.Seen seen : reading.files()) {
      if (seen.entry() != null && known.add(name(seen.entry()))) {
        entries.add(seen.entry());
      }
    }
    return entries;
  }

  private static List<String> name(ExportLog.Entry entry) {
    return List.of(
        entry.sourceFile(), entry.sha256(), entry.load(), String.valueOf(entry.modifiedMs()));
  }

  /** The links that a reading would bring about. */
  public Map<TownYear, Set<TownYear>> linksOf(Reading reading) {
    Map<String, String> loads = loads(reading);
    Map<TownYear, Set<TownYear>> links = new TreeMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      List<Export> own = of(table, reading.fresh());
      if (!own.isEmpty()) {
        Dataset<Row> added = loading().rows(table, own, loads);
        links(table, added, reading, warehouse.result(table.table()))
            .forEach((one, others) -> add(links, one, others));
      }
    }
    return links;
  }

  private Void load(Reading reading, List<Export> fresh) {
    Map<String, String> loads = loads(reading);
    Map<TownYear, Set<TownYear>> links = new ConcurrentSkipListMap<>();
    List<Runnable> writes = new ArrayList<>();
    writes.add(() -> writeRejects(reading, loads));
    for (ArchiveTable table : Archive.TABLES) {
      List<Export> own = of(table, fresh);
      if (!own.isEmpty()) {
        writes.add(() -> load(table, reading, own, loads, links));
      }
    }
    SideBySide.run(writes);
    ledgers.link(links);
    return null;
  }

  private Loading loading() {
    return new Loading(spark, new ExportReader(spark), IntakeRules.of(seeds, asOf, corrections));
  }

  private static Map<String, String> loads(Reading reading) {
    Map<String, String> loads = new HashMap<>();
    reading.files().stream()
        .filter(Reading.Seen::isNew)
        .forEach(seen -> loads.put(seen.entry().uri(), seen.entry().load()));
    return loads;
  }

  private static List<Export> of(ArchiveTable table, List<Export> exports) {
    return exports.stream().filter(export -> export.dataset().equals(table.dataset())).toList();
  }

  private void writeRejects(Reading reading, Map<String, String> loads) {
    if (reading.rejected() == 0) {
      return;
    }
    Map<String, String> loadOf = Map.copyOf(loads);
    JavaRDD<Row> rows =
        reading
            .rejects()
            .map(
                reject ->
                    RowFactory.create(
                        loadOf.get(reject.uri()),
                        reject.record(),
                        reject.column(),
                        reject.value(),
                        reject.rule()));
    if (reading.rejected() <= FEW_REJECTS) {
      warehouse.append(Rejects.LOG, rows.collect());
    } else {
      warehouse.append(Rejects.LOG, spark.createDataFrame(rows, Rejects.LOG.schema()));
    }
  }

  private void load(
      ArchiveTable table,
      Reading reading,
      List<Export> fresh,
      Map<String, String> loads,
      Map<TownYear, Set<TownYear>> links) {
    Dataset<Row> before = warehouse.result(table.table());
    warehouse.archive().commit(table, reading.handOver(table.dataset()));
    Object[] own = fresh.stream().map(export -> loads.get(export.file().uri())).toArray();
    Dataset<Row> added = warehouse.result(table.table()).filter(ArchiveTable.LOAD.col().isin(own));
    links(table, added, reading, before).forEach((one, others) -> add(links, one, others));
  }

  private Map<TownYear, Set<TownYear>> links(
      ArchiveTable table, Dataset<Row> added, Reading reading, Dataset<Row> archive) {
    long archived =
        ledgers.log().stream()
            .filter(entry -> entry.dataset().equals(table.dataset()))
            .mapToLong(ExportLog.Entry::valid)
            .sum();
    return Linking.between(table, added, rows(reading, table.dataset()), archive, archived);
  }

  private static long rows(Reading reading, String dataset) {
    return reading.files().stream()
        .filter(seen -> seen.isNew() && seen.entry().dataset().equals(dataset))
        .mapToLong(seen -> seen.entry().valid())
        .sum();
  }

  private static void add(Map<TownYear, Set<TownYear>> links, TownYear one, Set<TownYear> others) {
    links.merge(
        one,
        others,
        (known, more) -> {
          Set<TownYear> all = new TreeSet<>(known);
          all.addAll(more);
          return all;
        });
  }
}

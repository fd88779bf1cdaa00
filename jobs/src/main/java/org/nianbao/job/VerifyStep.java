package org.nianbao.job;

import static org.apache.spark.sql.functions.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.edition.Manifest;
import org.nianbao.job.Alteration.Kind;
import org.nianbao.source.SourceBytes;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.Rejects;
import org.nianbao.table.Shared;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;

/** Says what was altered since the runs that read, archived and delivered it. Writes nothing. */
public final class VerifyStep {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Ledgers ledgers;
  private final Progress progress;

  public VerifyStep(SparkSession spark, Warehouse warehouse, Ledgers ledgers, Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.ledgers = ledgers;
    this.progress = progress;
  }

  /** Exports whose bytes are others than those that the log names, in the order of the log. */
  public List<Alteration> sources() {
    return progress.step("核对来源文件", this::lookAtSources);
  }

  /** Loads of which the archive has other rows, by town and year, than the log names. */
  public List<Alteration> archive() {
    return progress.step("核对档案", this::countArchive);
  }

  /** Delivered files that are others than those that runs wrote. */
  public List<Alteration> delivered(Path out) {
    return progress.step("核对交付文件", () -> lookAtDelivered(out));
  }

  private List<Alteration> lookAtSources() {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Map<String, Alteration> found = Collections.synchronizedMap(new TreeMap<>());
    List<Runnable> looks = new ArrayList<>();
    for (ExportLog.Entry export : ledgers.exports()) {
      looks.add(
          () ->
              SourceBytes.sha256(export.uri(), export.bytes(), configuration)
                  .ifPresentOrElse(
                      sha256 -> {
                        if (!sha256.equals(export.sha256())) {
                          found.put(
                              export.uri(),
                              new Alteration(Kind.SOURCE_CHANGED, export.sourceFile(), ""));
                        }
                      },
                      () ->
                          found.put(
                              export.uri(),
                              new Alteration(Kind.SOURCE_GONE, export.sourceFile(), ""))));
    }
    SideBySide.run(looks);
    return List.copyOf(found.values());
  }

  private List<Alteration> countArchive() {
    // Copies of a file are one load under several names.
    Map<String, ExportLog.Entry> loads = new TreeMap<>();
    ledgers.exports().forEach(export -> loads.putIfAbsent(export.load(), export));
    List<Alteration> found = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> counts = new ArrayList<>();
    for (ArchiveTable table : Archive.TABLES) {
      List<ExportLog.Entry> own =
          loads.values().stream()
              .filter(export -> export.dataset().equals(table.dataset()))
              .toList();
      if (!own.isEmpty()) {
        counts.add(() -> found.addAll(countRows(table, own)));
      }
    }
    counts.add(() -> found.addAll(countRejects(loads.values().stream().toList())));
    SideBySide.run(counts);
    return found.stream().sorted((one, other) -> one.where().compareTo(other.where())).toList();
  }

  private List<Alteration> countRows(ArchiveTable table, List<ExportLog.Entry> exports) {
    Map<String, Map<TownYear, Long>> rows = new HashMap<>();
    try {
      for (Row row :
          ofLoads(warehouse.read(table.table()), exports)
              .groupBy(ArchiveTable.LOAD.col(), Shared.TOWN_CODE.col(), Shared.YEAR.col())
              .agg(count("*"))
              .collectAsList()) {
        rows.computeIfAbsent(row.getString(0), load -> new HashMap<>())
            .put(new TownYear(row.getString(1), row.getInt(2)), row.getLong(3));
      }
    } catch (Exception e) { // Spark's and Delta's, some of them checked and not declared.
      return List.of(new Alteration(Kind.ARCHIVE_UNREADABLE, table.table().name(), ""));
    }
    List<Alteration> found = new ArrayList<>();
    for (ExportLog.Entry export : exports) {
      Map<TownYear, Long> logged =
          export.holdings().stream().collect(Collectors.toMap(Holding::townYear, Holding::rows));
      Map<TownYear, Long> there = rows.getOrDefault(export.load(), Map.of());
      if (!there.equals(logged)) {
        found.add(differing(export, table.table().name(), export.valid(), sum(there)));
      }
    }
    return found;
  }

  private static long sum(Map<TownYear, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<Alteration> countRejects(List<ExportLog.Entry> exports) {
    Map<String, Long> rows = new HashMap<>();
    try {
      ofLoads(warehouse.read(Rejects.LOG), exports)
          .groupBy(ArchiveTable.LOAD.col())
          .agg(count("*"))
          .collectAsList()
          .forEach(row -> rows.put(row.getString(0), row.getLong(1)));
    } catch (Exception e) { // As above.
      return List.of(new Alteration(Kind.ARCHIVE_UNREADABLE, Rejects.LOG.name(), ""));
    }
    return exports.stream()
        .filter(export -> rows.getOrDefault(export.load(), 0L) != export.rejected())
        .map(
            export ->
                differing(
                    export,
                    Rejects.LOG.name(),
                    export.rejected(),
                    rows.getOrDefault(export.load(), 0L)))
        .toList();
  }

  private static Alteration differing(
      ExportLog.Entry export, String table, long logged, long there) {
    return new Alteration(
        Kind.ARCHIVE_ROWS,
        export.sourceFile(),
        "%s：装载 %,d 行，现有 %,d 行".formatted(table, logged, there));
  }

  private static Dataset<Row> ofLoads(Dataset<Row> rows, List<ExportLog.Entry> exports) {
    return rows.filter(
        ArchiveTable.LOAD.col().isin(exports.stream().map(ExportLog.Entry::load).toArray()));
  }

  private static List<Alteration> lookAtDelivered(Path out) {
    Map<String, Path> files = Manifest.delivered(out);
    Map<String, String> sums = Manifest.read(out);
    if (sums.isEmpty()) {
      Kind kind = files.isEmpty() ? Kind.NOTHING_DELIVERED : Kind.MANIFEST_GONE;
      return List.of(new Alteration(kind, out.toString(), ""));
    }
    List<Alteration> found = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> looks = new ArrayList<>();
    sums.forEach(
        (name, sha256) -> {
          if (!Files.isRegularFile(out.resolve(name))) {
            found.add(new Alteration(Kind.DELIVERED_GONE, name, ""));
          } else {
            looks.add(
                () -> {
                  if (!sha256(out.resolve(name)).equals(sha256)) {
                    found.add(new Alteration(Kind.DELIVERED_CHANGED, name, ""));
                  }
                });
          }
        });
    SideBySide.run(looks);
    files.keySet().stream()
        .filter(name -> !sums.containsKey(name))
        .forEach(name -> found.add(new Alteration(Kind.DELIVERED_UNKNOWN, name, "")));
    return found.stream().sorted((one, other) -> one.where().compareTo(other.where())).toList();
  }

  private static String sha256(Path file) {
    try {
      return Manifest.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}

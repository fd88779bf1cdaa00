package org.nianbao.warehouse;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.tables.DeltaOptimizeBuilder;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;

/**
 * Keeps the tables of a warehouse small: few files instead of many, and of the past only what
 * someone may ask for. No figure changes.
 *
 * <p>What counts of a table is written before anything is deleted, so that a run that is stopped in
 * between leaves a table as it was or as it should be.
 */
public final class Maintenance {
  private static final String LOG = "_delta_log";

  /** Delta names all that belongs to a version by its number. */
  private static final Pattern VERSIONED = Pattern.compile("(\\d{20})\\..+");

  private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");

  /** A year in more files than these is put together: each run adds one for every export. */
  private static final int MANY = 16;

  private final SparkSession spark;
  private final Path location;
  private final FileSystem files;
  private final Engine engine;

  /**
   * What was done to a table.
   *
   * @param filesBefore files in its folder, with those of its log
   * @param bytesBefore their size
   */
  public record Tidied(
      String table, long filesBefore, long bytesBefore, long filesAfter, long bytesAfter) {}

  /**
   * Names a warehouse; nothing is read or written yet.
   *
   * @param location a folder of any Hadoop file system
   */
  public Maintenance(SparkSession spark, String location) {
    this.spark = spark;
    this.engine = DefaultEngine.create(spark.sparkContext().hadoopConfiguration());
    try {
      Path path = new Path(location);
      this.files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      this.location = files.makeQualified(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into the warehouse " + location, e);
    }
  }

  /** Of tables those that are there. */
  public List<Table> present(List<Table> tables) {
    try {
      List<Table> present = new ArrayList<>();
      for (Table table : tables) {
        if (files.exists(new Path(new Path(location, table.name()), LOG))) {
          present.add(table);
        }
      }
      return present;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into the warehouse " + location, e);
    }
  }

  /**
   * Puts small files together, and deletes what no version needs that may be asked for.
   *
   * @param asked versions that stay readable, beside those that were the latest since a time
   * @param since what was put out of use, or written and never used, before is deleted
   */
  public Tidied tidy(Table table, Collection<Long> asked, Instant since) {
    Path folder = new Path(location, table.name());
    try {
      List<LocatedFileStatus> before = list(folder);
      if (asked.isEmpty()) {
        compact(folder);
      }
      sweep(folder, asked, since);
      List<LocatedFileStatus> after = list(folder);
      return new Tidied(table.name(), before.size(), bytes(before), after.size(), bytes(after));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tidy the table " + folder, e);
    }
  }

  private void compact(Path folder) throws IOException {
    Map<String, Long> byYear = new TreeMap<>();
    for (Row file : files(TableManager.loadSnapshot(folder.toString()).build(engine))) {
      String year = InternalScanFileUtils.getPartitionValues(file).get(Shared.YEAR.name());
      byYear.merge(year == null ? "" : year, 1L, Long::sum);
    }
    for (Map.Entry<String, Long> year : byYear.entrySet()) {
      if (year.getKey().isEmpty() && year.getValue() > 1) {
        optimized(folder).executeCompaction();
      } else if (year.getValue() > MANY) {
        // A town's rows stay together: most reading asks for one town.
        optimized(folder)
            .where(Shared.YEAR.name() + " = " + year.getKey())
            .executeZOrderBy(Shared.TOWN_CODE.name());
      }
    }
  }

  private DeltaOptimizeBuilder optimized(Path folder) {
    return DeltaTable.forPath(spark, folder.toString()).optimize();
  }

  private List<Row> files(Snapshot snapshot) throws IOException {
    return DirectReader.files(engine, snapshot.getScanBuilder().build());
  }

  private void sweep(Path folder, Collection<Long> asked, Instant since) throws IOException {
    List<LocatedFileStatus> all = list(folder);
    NavigableSet<Long> kept = kept(all, asked, since);
    NavigableSet<Long> gone = gone(all, kept, since);
    Set<String> needed = new HashSet<>();
    for (long version : kept) {
      Snapshot snapshot =
          TableManager.loadSnapshot(folder.toString()).atVersion(version).build(engine);
      needed.addAll(needed(snapshot));
      if (!gone.isEmpty() && gone.first() < version && !hasCheckpoint(all, version)) {
        snapshot.writeCheckpoint(engine);
      }
    }
    for (LocatedFileStatus file : all) {
      boolean old = file.getModificationTime() < since.toEpochMilli();
      boolean unused =
          isOfLog(file)
              ? version(file).filter(gone::contains).isPresent()
              : isData(file) && !needed.contains(place(file.getPath()));
      if (old && unused) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** The versions whose commits are old and not kept. */
  private static NavigableSet<Long> gone(
      List<LocatedFileStatus> all, NavigableSet<Long> kept, Instant since) {
    return all.stream()
        .filter(file -> isOfLog(file) && file.getModificationTime() < since.toEpochMilli())
        .flatMap(file -> version(file).stream())
        .filter(version -> version < kept.last() && !kept.contains(version))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfLog(LocatedFileStatus file) {
    return file.getPath().getParent().getName().equals(LOG);
  }

  /** What else lies there belongs to somebody else. */
  private static boolean isData(LocatedFileStatus file) {
    return file.getPath().getName().endsWith(".parquet");
  }

  private static Optional<Long> version(LocatedFileStatus file) {
    Matcher versioned = VERSIONED.matcher(file.getPath().getName());
    return versioned.matches() ? Optional.of(Long.parseLong(versioned.group(1))) : Optional.empty();
  }

  /** The versions asked for, the one that was the latest at a time, and all after it. */
  private static NavigableSet<Long> kept(
      List<LocatedFileStatus> all, Collection<Long> asked, Instant since) {
    TreeMap<Long, Long> times = new TreeMap<>();
    for (LocatedFileStatus file : all) {
      String name = file.getPath().getName();
      if (COMMIT.matcher(name).matches()) {
        times.put(Long.parseLong(name.substring(0, 20)), file.getModificationTime());
      }
    }
    TreeSet<Long> kept = new TreeSet<>(List.of(times.lastKey()));
    for (long version : times.descendingKeySet()) {
      kept.add(version);
      if (times.get(version) < since.toEpochMilli()) {
        break;
      }
    }
    asked.stream().filter(times::containsKey).forEach(kept::add);
    return kept;
  }

  /** Whether a version is readable without the commits before it. */
  private static boolean hasCheckpoint(List<LocatedFileStatus> all, long version) {
    String name = "%020d.checkpoint.".formatted(version);
    return all.stream().anyMatch(file -> file.getPath().getName().startsWith(name));
  }

  private Set<String> needed(Snapshot snapshot) throws IOException {
    return files(snapshot).stream()
        .map(file -> place(new Path(InternalScanFileUtils.getAddFileStatus(file).getPath())))
        .collect(Collectors.toSet());
  }

  private static String place(Path file) {
    return file.toUri().getPath();
  }

  private List<LocatedFileStatus> list(Path folder) throws IOException {
    List<LocatedFileStatus> all = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
    while (found.hasNext()) {
      all.add(found.next());
    }
    return all;
  }

  private static long bytes(List<LocatedFileStatus> all) {
    return all.stream().mapToLong(FileStatus::getLen).sum();
  }
}

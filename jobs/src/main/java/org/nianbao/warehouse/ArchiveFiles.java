package org.nianbao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Shared;
import org.nianbao.table.StagedFile;
import org.nianbao.table.Table;

/**
 * The files of the archive tables. Tasks write them while they read exports, beside the tables,
 * where they do not count; then they become part of their table, or go.
 */
public final class ArchiveFiles {
  /** The year's, the table's and the warehouse's. */
  private static final int FOLDERS_OF_A_FILE = 3;

  /** Files are skipped by the towns in them, and by the year that they lie under. */
  private static final Map<String, String> PROPERTIES =
      Map.of("delta.dataSkippingStatsColumns", Shared.TOWN_CODE.name());

  private final SparkSession spark;
  private final Path location;
  private final Predicate<Table> present;
  private final DirectWriter writer;

  ArchiveFiles(SparkSession spark, Path location, Predicate<Table> present, DirectWriter writer) {
    this.spark = spark;
    this.location = location;
    this.present = present;
    this.writer = writer;
  }

  /** Opens files for rows that do not count yet. */
  public ArchiveSink.Opener staging() {
    try {
      return Staging.of(spark, qualified(location));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into the warehouse " + location, e);
    }
  }

  /** Makes staged files part of their table, in one commit. */
  public void commit(ArchiveTable table, List<StagedFile> staged) {
    Path path = new Path(location, table.table().name());
    try {
      String folder = qualified(path).toString();
      if (present.test(table.table())) {
        writer.add(folder, staged);
      } else {
        writer.create(folder, table.table(), PROPERTIES, staged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the table " + path, e);
    }
  }

  /** Deletes staged files that were never committed, and the folders made for them. */
  public void discard(List<StagedFile> staged) {
    for (StagedFile file : staged) {
      Path path = new Path(file.path());
      try {
        FileSystem files = fileSystem(path);
        files.delete(path, false);
        Path folder = path.getParent();
        for (int level = 0; level < FOLDERS_OF_A_FILE && isEmpty(files, folder); level++) {
          files.delete(folder, false);
          folder = folder.getParent();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete " + path, e);
      }
    }
  }

  private static boolean isEmpty(FileSystem files, Path folder) throws IOException {
    return files.exists(folder) && files.listStatus(folder).length == 0;
  }

  private Path qualified(Path path) throws IOException {
    return fileSystem(path).makeQualified(path);
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}

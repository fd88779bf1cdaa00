package org.nianbao.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;

/** The folder of Delta tables that a city keeps from year to year. */
public final class Warehouse {
  private static final String FORMAT = "delta";

  /** Delta names each commit by the version that it makes. */
  static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

  /**
   * What was delivered must be readable years later, when Delta would have dropped its versions
   * after a month, and their files after a week.
   */
  private static final Map<String, String> EVERY_VERSION =
      Map.of(
          "delta.enableExpiredLogCleanup", "false",
          "delta.logRetentionDuration", "interval 36500 days",
          "delta.deletedFileRetentionDuration", "interval 36500 days");

  /** Town-years whose results the driver can hold at once: some hundred rows each. */
  public static final int FEW = 500;

  private final SparkSession spark;
  private final Path location;
  private final DirectReader reader;
  private final DirectWriter writer;

  /**
   * Names a warehouse; nothing is read or written yet.
   *
   * @param location a folder of any Hadoop file system
   */
  public Warehouse(SparkSession spark, String location) {
    this.spark = spark;
    this.location = new Path(location);
    this.reader = new DirectReader(spark.sparkContext().hadoopConfiguration());
    this.writer = new DirectWriter(spark.sparkContext().hadoopConfiguration());
  }

  /** The same warehouse for another session. */
  public Warehouse in(SparkSession other) {
    return new Warehouse(other, location.toString());
  }

  /** Whether anything was ever committed to a table. */
  public boolean has(Table table) {
    return version(table).isPresent();
  }

  /** The version that a table is in; none where it was never written. Takes no Spark job. */
  public OptionalLong version(Table table) {
    Path log = log(table);
    try {
      return Arrays.stream(fileSystem(log).listStatus(log))
          .map(file -> COMMIT.matcher(file.getPath().getName()))
          .filter(Matcher::matches)
          .mapToLong(commit -> Long.parseLong(commit.group(1)))
          .max();
    } catch (FileNotFoundException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into the warehouse " + location, e);
    }
  }

  /**
   * All rows of a table; none where it was never written.
   *
   * @throws OutdatedWarehouseException if it lacks columns of the contract
   */
  public Dataset<Row> read(Table table) {
    return has(table) ? stored(table) : spark.createDataFrame(List.<Row>of(), table.schema());
  }

  /**
   * All rows of a small table in its order, read without a Spark job; none where it was never
   * written.
   *
   * @return empty if the table is too large to be held in memory
   * @throws OutdatedWarehouseException if it lacks columns of the contract
   */
  public Optional<List<Row>> held(Table table) {
    if (!has(table)) {
      return Optional.of(List.of());
    }
    try {
      return reader
          .rows(qualified(table), table)
          .map(rows -> rows.stream().sorted(table.comparator()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table " + path(table), e);
    }
  }

  /**
   * All rows of a result table, for further computing: a small one from memory and in one part, of
   * which Spark has less to plan and nothing to move about.
   */
  public Dataset<Row> result(Table table) {
    return held(table)
        .map(rows -> spark.createDataFrame(rows, table.schema()).coalesce(1))
        .orElseGet(() -> read(table));
  }

  /** All rows of a ledger in its order: these grow with files and years, not with rows. */
  public List<Row> ledger(Table table) {
    return held(table).orElseGet(() -> read(table).orderBy(table.order()).collectAsList());
  }

  private Dataset<Row> stored(Table table) {
    try {
      String folder = qualified(table);
      return reader
          .files(folder, table)
          .map(files -> rows(table, folder, files))
          .orElseGet(() -> spark.read().format(FORMAT).load(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table " + path(table), e);
    }
  }

  private Dataset<Row> rows(Table table, String folder, List<String> files) {
    if (files.isEmpty()) {
      return spark.createDataFrame(List.<Row>of(), table.schema());
    }
    return spark
        .read()
        .schema(table.schema())
        .option("basePath", folder)
        .option(DataSource.GLOB_PATHS_KEY(), "false")
        .parquet(files.toArray(String[]::new))
        .select(table.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  /**
   * All rows of a table as they stood in a version.
   *
   * @throws GoneException if that version is no longer there
   */
  public Dataset<Row> read(Table table, long version) {
    try {
      return spark
          .read()
          .format(FORMAT)
          .option("versionAsOf", version)
          .load(path(table).toString());
    } catch (Exception e) { // Delta's are checked ones that its methods do not declare.
      throw gone("version " + version + " of " + path(table), e);
    }
  }

  /**
   * Rows that rest on earlier versions.
   *
   * @throws GoneException if files of theirs are no longer there
   */
  public List<Row> collectEarlier(Dataset<Row> rows) {
    try {
      return rows.collectAsList();
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof FileNotFoundException) {
          throw gone("earlier figures from " + location, e);
        }
      }
      throw e;
    }
  }

  private static GoneException gone(String what, Exception cause) {
    return new GoneException(
        "Cannot read %s: it is no longer in the warehouse; name a later delivery, or bring the warehouse back from a copy"
            .formatted(what),
        cause);
  }

  /** Adds rows in one commit. */
  public void append(Table table, Dataset<Row> rows) {
    sparkWriter(table, rows).mode("append").save(path(table).toString());
  }

  /** Adds a few rows in one commit, without a Spark job. */
  public void append(Table table, List<Row> rows) {
    write(table, Map.of(), rows, (path, sorted) -> writer.append(path, table, sorted));
  }

  /** The files of the archive tables, which tasks write. */
  public ArchiveFiles archive() {
    return new ArchiveFiles(spark, location, this::has, writer);
  }

  /**
   * Replaces a table in one commit.
   *
   * @param townYears how many the rows are about
   */
  public void overwrite(Table table, Dataset<Row> rows, int townYears) {
    if (townYears <= FEW) {
      overwrite(table, table.conform(rows).collectAsList());
    } else {
      overwrite(table, rows);
    }
  }

  private void overwrite(Table table, Dataset<Row> rows) {
    sparkWriter(table, rows.repartition(1).sortWithinPartitions(table.order()))
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(path(table).toString());
  }

  /**
   * Replaces a table by a few rows in one commit, without a Spark job unless it is of another
   * layout.
   */
  public void overwrite(Table table, List<Row> rows) {
    if (has(table) && !hasLayout(table)) {
      overwrite(table, spark.createDataFrame(rows, table.schema()));
      return;
    }
    write(table, Map.of(), rows, (path, sorted) -> writer.overwrite(path, table, sorted));
  }

  private boolean hasLayout(Table table) {
    try {
      return reader.hasLayout(qualified(table), table);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table " + path(table), e);
    }
  }

  /**
   * Replaces the rows of town-years in one commit, and no others: rows outside of these stop the
   * write. Every version of the table stays readable.
   */
  public void replace(Table table, Collection<TownYear> townYears, Dataset<Row> rows) {
    if (townYears.size() <= FEW) {
      replace(table, townYears, table.conform(rows).collectAsList());
    } else {
      replaceInTasks(table, townYears, rows);
    }
  }

  /** The same for rows that are at hand, without a Spark job unless the table is large. */
  public void replace(Table table, Collection<TownYear> townYears, List<Row> rows) {
    Optional<List<Row>> before = held(table);
    if (before.isPresent()) {
      replace(table, Set.copyOf(townYears), before.get(), rows);
    } else {
      replaceInTasks(table, townYears, spark.createDataFrame(rows, table.schema()));
    }
  }

  private void replaceInTasks(Table table, Collection<TownYear> townYears, Dataset<Row> rows) {
    DataFrameWriter<Row> all =
        sparkWriter(table, rows.repartition(1).sortWithinPartitions(table.order()))
            .mode("overwrite");
    if (has(table)) {
      stored(table);
      all = all.option("replaceWhere", predicate(townYears));
    } else {
      // Delta takes properties of a table only when it is laid out.
      all = all.options(EVERY_VERSION);
    }
    all.save(path(table).toString());
  }

  private void replace(Table table, Set<TownYear> townYears, List<Row> before, List<Row> added) {
    int town = table.fields().indexOf(Shared.TOWN_CODE);
    int year = table.fields().indexOf(Shared.YEAR);
    Predicate<Row> replaced =
        row -> townYears.contains(new TownYear(row.getString(town), row.getInt(year)));
    added.stream()
        .filter(replaced.negate())
        .findAny()
        .ifPresent(
            row -> {
              throw new IllegalStateException(
                  "A row of another town or year would get into " + table.name() + ": " + row);
            });
    List<Row> rows = new ArrayList<>(before);
    rows.removeIf(replaced);
    rows.addAll(added);
    write(table, EVERY_VERSION, rows, (path, sorted) -> writer.overwrite(path, table, sorted));
  }

  /** Writes rows to a table that is there, or lays it out with them and with properties. */
  private void write(
      Table table, Map<String, String> properties, List<Row> rows, DirectWrite write) {
    List<Row> sorted = rows.stream().sorted(table.comparator()).toList();
    try {
      if (has(table)) {
        write.rows(qualified(table), sorted);
      } else {
        writer.layOut(qualified(table), table, properties, sorted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the table " + path(table), e);
    }
  }

  /** A write to a table that is there. */
  private interface DirectWrite {
    void rows(String path, List<Row> rows) throws IOException;
  }

  /**
   * Statistics cost a fifth of a write, and small tables are read whole; of large ones the columns
   * that tell which files to skip are enough.
   */
  private static DataFrameWriter<Row> sparkWriter(Table table, Dataset<Row> rows) {
    return table
        .conform(rows)
        .write()
        .format(FORMAT)
        .option("delta.dataSkippingNumIndexedCols", "0");
  }

  private String qualified(Table table) throws IOException {
    Path path = path(table);
    return fileSystem(path).makeQualified(path).toString();
  }

  private Path log(Table table) {
    return new Path(path(table), "_delta_log");
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  private Path path(Table table) {
    return new Path(location, table.name());
  }

  private static String predicate(Collection<TownYear> townYears) {
    Map<Integer, TreeSet<String>> towns = new TreeMap<>();
    for (TownYear townYear : townYears) {
      towns.computeIfAbsent(townYear.year(), year -> new TreeSet<>()).add(townYear.townCode());
    }
    return towns.entrySet().stream()
        .map(
            entry ->
                "(%s = %d AND %s IN (%s))"
                    .formatted(
                        Shared.YEAR.name(),
                        entry.getKey(),
                        Shared.TOWN_CODE.name(),
                        entry.getValue().stream()
                            .map(Warehouse::literal)
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(" OR "));
  }

  /** A text as SQL; town codes may be labels of foreign exports with any character in them. */
  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

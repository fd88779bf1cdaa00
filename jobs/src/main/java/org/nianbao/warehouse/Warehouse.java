package org.nianbao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;

/** The folder of Delta tables that a city keeps from year to year. */
public final class Warehouse {
  private static final String FORMAT = "delta";

  private final SparkSession spark;
  private final Path location;

  /**
   * Names a warehouse; nothing is read or written yet.
   *
   * @param location a folder of any Hadoop file system
   */
  public Warehouse(SparkSession spark, String location) {
    this.spark = spark;
    this.location = new Path(location);
  }

  public boolean has(Table table) {
    Path log = new Path(path(table), "_delta_log");
    try {
      return log.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(log);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into the warehouse " + location, e);
    }
  }

  /** All rows of a table; none where it was never written. */
  public Dataset<Row> read(Table table) {
    return has(table)
        ? spark.read().format(FORMAT).load(path(table).toString())
        : spark.createDataFrame(List.<Row>of(), table.schema());
  }

  /** Adds rows in one commit. */
  public void append(Table table, Dataset<Row> rows) {
    writer(table, rows).mode("append").save(path(table).toString());
  }

  /** Adds rows in one commit to a table that is laid out by year. */
  public void appendByYear(Table table, Dataset<Row> rows) {
    writer(table, rows).partitionBy(Shared.YEAR.name()).mode("append").save(path(table).toString());
  }

  /** Replaces a table in one commit. */
  public void overwrite(Table table, Dataset<Row> rows) {
    writer(table, rows.repartition(1).sortWithinPartitions(table.order()))
        .mode("overwrite")
        .save(path(table).toString());
  }

  /**
   * Replaces the rows of town-years in one commit, and no others: rows outside of these stop the
   * write.
   */
  public void replace(Table table, Collection<TownYear> townYears, Dataset<Row> rows) {
    if (!has(table)) {
      overwrite(table, rows);
      return;
    }
    writer(table, rows.repartition(1).sortWithinPartitions(table.order()))
        .mode("overwrite")
        .option("replaceWhere", predicate(townYears))
        .save(path(table).toString());
  }

  /**
   * Statistics cost a fifth of a write, and small tables are read whole; of large ones the columns
   * that tell which files to skip are enough.
   */
  private static DataFrameWriter<Row> writer(Table table, Dataset<Row> rows) {
    return table
        .conform(rows)
        .write()
        .format(FORMAT)
        .option("delta.dataSkippingNumIndexedCols", "0");
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

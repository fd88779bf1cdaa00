package org.nianbao.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.Shared;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Warehouse;

/** The rows of the archive that count, by town-year. */
final class ArchiveRows {
  /** So many towns are named in a query, by which files are skipped. */
  private static final int FEW_TOWNS = 20;

  private static final String EXPORT = "export_number";
  private static final String ROW = "row_key";
  private static final int RECORD_BITS = 40;

  private final SparkSession spark;
  private final Warehouse warehouse;

  ArchiveRows(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /** The rows of the archive that bear on town-years, marked as copies and as current states. */
  Marked marked(ArchiveTable table, List<ExportLog.Entry> exports, Set<TownYear> townYears) {
    List<Holding> holdings =
        exports.stream()
            .filter(export -> export.dataset().equals(table.dataset()))
            .flatMap(export -> export.holdings().stream())
            .toList();
    Dataset<Row> all = counting(table, exports);
    if (holdings.isEmpty()) {
      return Marked.none(table, all);
    }
    boolean whole = holdings.stream().map(Holding::townYear).allMatch(townYears::contains);
    Dataset<Row> rows = whole ? all : within(all, townYears, table.carriesOver());
    // A few rows are one part: no query that rests on them moves rows about.
    return rows(holdings, townYears) >= Repeated.WORTHWHILE
        ? Marked.ofMany(spark, table, rows.withColumn(ROW, key()), ROW)
        : Marked.of(table, rows.coalesce(1));
  }

  /** The number of a row's export and its record: no export has a million million records. */
  private static Column key() {
    return call_function("shiftleft", col(EXPORT).cast("long"), lit(RECORD_BITS))
        .bitwiseOR(ArchiveTable.RECORD.col());
  }

  private static long rows(List<Holding> holdings, Set<TownYear> townYears) {
    return holdings.stream()
        .filter(held -> townYears.contains(held.townYear()))
        .mapToLong(Holding::rows)
        .sum();
  }

  /** The valid rows of exports, each under the export's name. */
  Dataset<Row> counting(ArchiveTable table, List<ExportLog.Entry> exports) {
    return warehouse
        .result(table.table())
        .drop(Shared.SOURCE_FILE.name())
        .join(broadcast(loads(table, exports)), ArchiveTable.LOAD.name());
  }

  private Dataset<Row> loads(ArchiveTable table, List<ExportLog.Entry> exports) {
    StructType schema =
        new StructType()
            .add(ArchiveTable.LOAD.name(), DataTypes.StringType)
            .add(Shared.SOURCE_FILE.name(), DataTypes.StringType)
            .add(ExportLog.SHA256.name(), DataTypes.StringType)
            .add(ExportLog.LATEST_ON.name(), DataTypes.DateType)
            .add(EXPORT, DataTypes.IntegerType);
    List<Row> rows = new ArrayList<>();
    for (ExportLog.Entry export : exports) {
      if (export.dataset().equals(table.dataset())) {
        rows.add(
            RowFactory.create(
                export.load(),
                export.sourceFile(),
                export.sha256(),
                export.latestOn(),
                rows.size()));
      }
    }
    return spark.createDataFrame(rows, schema);
  }

  /**
   * Rows of town-years.
   *
   * @param before whether those of the same towns' earlier years belong to them
   */
  Dataset<Row> within(Dataset<Row> rows, Collection<TownYear> townYears, boolean before) {
    Map<String, Integer> latest = new TreeMap<>();
    townYears.forEach(one -> latest.merge(one.townCode(), one.year(), Math::max));
    if (before) {
      StructType schema =
          new StructType()
              .add(TOWN_CODE.name(), DataTypes.StringType)
              .add("latest", DataTypes.IntegerType);
      List<Row> towns = new ArrayList<>();
      latest.forEach((town, year) -> towns.add(RowFactory.create(town, year)));
      return rows.join(broadcast(spark.createDataFrame(towns, schema)), TOWN_CODE.name())
          .filter(YEAR.col().leq(col("latest")))
          .drop("latest");
    }
    Object[] years = townYears.stream().map(TownYear::year).distinct().toArray();
    Object[] towns = latest.keySet().toArray();
    Dataset<Row> ofYears = rows.filter(YEAR.col().isin(years));
    return (towns.length > FEW_TOWNS ? ofYears : ofYears.filter(TOWN_CODE.col().isin(towns)))
        .join(
            broadcast(frame(townYears)), new String[] {TOWN_CODE.name(), YEAR.name()}, "left_semi");
  }

  private Dataset<Row> frame(Collection<TownYear> townYears) {
    StructType schema =
        new StructType()
            .add(TOWN_CODE.name(), DataTypes.StringType)
            .add(YEAR.name(), DataTypes.IntegerType);
    return spark.createDataFrame(
        townYears.stream().map(one -> RowFactory.create(one.townCode(), one.year())).toList(),
        schema);
  }
}

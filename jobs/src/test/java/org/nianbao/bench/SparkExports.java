package org.nianbao.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.testing.CsvRows;

/** What the plain Spark job reads: files by their header, columns by their aliases. */
final class SparkExports {
  private static final StructType FILE =
      new StructType()
          .add("file_path", DataTypes.StringType)
          .add("source_file", DataTypes.StringType)
          .add("town_of_path", DataTypes.StringType);

  private final SparkSession spark;
  private final List<ExportFile> files;
  private final Path seeds;
  private final Map<String, String> towns = new LinkedHashMap<>();

  SparkExports(SparkSession spark, List<ExportFile> files, Path seeds) {
    this.spark = spark;
    this.files = files;
    this.seeds = seeds;
    for (Map<String, String> row : CsvRows.of(seeds.resolve("towns.csv"))) {
      towns.put(row.get("town"), row.get("town_code"));
      towns.put(row.get("short_name"), row.get("town_code"));
    }
  }

  /** The records of a dataset, all of text, with their file, their town and their order. */
  Dataset<Row> read(String dataset) throws IOException {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (Map<String, String> row : CsvRows.of(seeds.resolve("column_aliases.csv"))) {
      if (row.get("dataset").equals(dataset)) {
        aliases.put(row.get("alias"), row.get("column"));
      }
    }
    Map<String, List<ExportFile>> alike = new LinkedHashMap<>();
    for (ExportFile file : files) {
      String like = file.parquet() ? file.name() : file.charset() + file.header();
      alike.computeIfAbsent(like, header -> new ArrayList<>()).add(file);
    }
    Dataset<Row> all = null;
    for (List<ExportFile> group : alike.values()) {
      Dataset<Row> rows = named(read(group), aliases);
      if (rows != null) {
        all = all == null ? rows : all.unionByName(rows);
      }
    }
    return all;
  }

  private Dataset<Row> read(List<ExportFile> group) throws IOException {
    String[] paths = group.stream().map(file -> file.path().toString()).toArray(String[]::new);
    if (group.get(0).parquet()) {
      return spark.read().parquet(paths);
    }
    return spark
        .read()
        .option("header", true)
        .option("multiLine", true)
        .option("escape", "\"")
        .option("encoding", group.get(0).charset().name())
        .csv(paths);
  }

  /** Columns under their names, or nothing if these are not files of the dataset. */
  private Dataset<Row> named(Dataset<Row> raw, Map<String, String> aliases) {
    Map<String, Column> columns = new LinkedHashMap<>();
    aliases.values().forEach(column -> columns.put(column, lit(null).cast("string").as(column)));
    long found = 0;
    for (String header : raw.columns()) {
      String column = aliases.get(header.replace("\uFEFF", "").strip());
      if (column != null) {
        columns.put(column, trim(raw.col("`" + header + "`").cast("string")).as(column));
        found++;
      }
    }
    if (found < 4) {
      return null;
    }
    columns.put("file_path", sameForm(col("_metadata.file_path")).as("file_path"));
    columns.put("record", monotonically_increasing_id().as("record"));
    Dataset<Row> rows =
        raw.select(columns.values().toArray(Column[]::new))
            .join(broadcast(files(raw.inputFiles())), "file_path")
            .drop("file_path");
    return rows.withColumn(
            "town_code", coalesce(code(towns, rows.col("town")), col("town_of_path")))
        .drop("town", "town_of_path");
  }

  /** Spark names a local file with one slash here and with three there. */
  private static Column sameForm(Column uri) {
    return regexp_replace(uri, "^file:/+", "file:/");
  }

  private Dataset<Row> files(String[] paths) {
    List<Row> rows = new ArrayList<>();
    for (String path : paths) {
      Path file = Path.of(URI.create(path).getPath());
      ExportFile export =
          files.stream()
              .filter(one -> one.path().toAbsolutePath().equals(file))
              .findFirst()
              .orElseThrow();
      String town =
          towns.entrySet().stream()
              .filter(one -> export.name().contains(one.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
      rows.add(RowFactory.create(path, export.name(), town));
    }
    return spark.createDataFrame(rows, FILE).withColumn("file_path", sameForm(col("file_path")));
  }

  /** The code of a label; what no list knows is unmapped. */
  Column code(String list, Column label) {
    return coalesce(known(list, label), lit("unmapped"));
  }

  /** The code of a label, or null. */
  Column known(String list, Column label) {
    Map<String, String> codes = new HashMap<>();
    for (Map<String, String> row : CsvRows.of(seeds.resolve(list + ".csv"))) {
      codes.put(row.get("label"), row.get("code"));
      Arrays.stream(row.get("aliases").split("\\|"))
          .forEach(one -> codes.put(one, row.get("code")));
    }
    return code(codes, label);
  }

  private static Column code(Map<String, String> codes, Column text) {
    Map<String, String> serializable = new HashMap<>(codes);
    return functions
        .udf((UDF1<String, String>) serializable::get, DataTypes.StringType)
        .apply(text);
  }

  /** Whether a cell says that its row sums up others. */
  Column total(Column text) {
    Object[] marks =
        CsvRows.of(seeds.resolve("cell_marks.csv")).stream()
            .filter(row -> row.get("meaning").equals("total"))
            .map(row -> row.get("text"))
            .toArray();
    return text.isin(marks);
  }

  /** The time that a text says in any of the usual forms. */
  static Column time(Column text) {
    return coalesce(
        text.try_cast("timestamp_ntz"),
        try_to_timestamp(text, lit("yyyy/M/d H:mm:ss")).cast("timestamp_ntz"),
        try_to_timestamp(text, lit("yyyy/M/d H:mm")).cast("timestamp_ntz"),
        try_to_timestamp(text, lit("yyyy/M/d")).cast("timestamp_ntz"),
        try_to_timestamp(text, lit("yyyy年M月d日")).cast("timestamp_ntz"),
        try_to_timestamp(text, lit("yyyyMMdd")).cast("timestamp_ntz"));
  }
}

package org.nianbao.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;

/**
 * The job as one writes it who knows Spark: its CSV reader, a Delta archive by year with the rule
 * that a row breaks, and a query for each table ({@code tables.sql}).
 */
@Command(name = "spark", description = "The tables of tickets and publications, by a plain job")
final class SparkRival extends Rival {
  @Override
  public Integer call() throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.legacy.javaCharsets", "true")
            .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors())
            .getOrCreate();
    SparkExports files = new SparkExports(spark, ExportFile.below(exports), seeds());
    Dataset<Row> tickets = tickets(spark, files);
    Dataset<Row> publications = publications(spark, files);
    tickets
        .select("source_file", "rule", "copy")
        .union(publications.select("source_file", "rule", "copy"))
        .createOrReplaceTempView("record");
    counted(tickets).createOrReplaceTempView("ticket");
    counted(publications).createOrReplaceTempView("publication");
    for (ResultQuery query : ResultQuery.all()) {
      Dataset<Row> table = spark.sql(query.sql());
      if (query.delivered()) {
        table = table.coalesce(1).persist();
        write(table, query.name());
      }
      table.createOrReplaceTempView(query.name());
    }
    return 0;
  }

  private Dataset<Row> tickets(SparkSession spark, SparkExports files) throws IOException {
    Dataset<Row> records =
        files
            .read("tickets")
            .withColumn("ticket_type", files.code("ticket_types", col("ticket_type")))
            .withColumn("ticket_source", files.code("ticket_sources", col("ticket_source")))
            .withColumn("status", files.code("ticket_statuses", col("status")))
            .withColumn("satisfaction", files.code("ticket_satisfaction", col("satisfaction")))
            .withColumns(
                Map.of(
                    "received", col("received_at"),
                    "closed", col("closed_at"),
                    "received_at", SparkExports.time(col("received_at")),
                    "due_at", SparkExports.time(col("due_at")),
                    "closed_at", SparkExports.time(col("closed_at"))))
            .withColumn(
                "rule",
                when(files.total(col("ticket_id")), "total_row")
                    .when(col("ticket_id").isNull(), "missing_id")
                    .when(col("received").isNull(), "missing_date")
                    .when(col("received_at").isNull(), "bad_date")
                    .when(col("closed").isNotNull().and(col("closed_at").isNull()), "bad_date")
                    .when(not(happened(col("received_at"))), "date_out_of_range")
                    .when(not(happened(col("closed_at"))), "date_out_of_range")
                    .when(col("town_code").isNull(), "unknown_town"))
            .withColumn("year", year(col("received_at")))
            .drop("received", "closed", "resolved", "topic");
    Dataset<Row> archive = archived(spark, records, "tickets");
    Dataset<Row> latest =
        archive
            .filter(col("rule").isNull())
            .groupBy("source_file")
            .agg(max(to_date(greatest(col("received_at"), col("closed_at")))).as("latest_on"));
    Column seconds = unix_timestamp(col("closed_at")).minus(unix_timestamp(col("received_at")));
    return ranked(
            archive.join(broadcast(latest), new String[] {"source_file"}, "left"),
            List.of("ticket_id"),
            List.of(
                "ticket_id",
                "town_code",
                "received_at",
                "due_at",
                "closed_at",
                "ticket_type",
                "ticket_source",
                "status",
                "satisfaction"),
            col("latest_on"))
        .withColumn(
            "settled",
            when(col("status").equalTo("unmapped"), col("closed_at").isNotNull())
                .otherwise(col("status").equalTo("closed")))
        .withColumn("withdrawn", col("status").equalTo("withdrawn"))
        .withColumn("seconds", seconds)
        .withColumn(
            "settled_seconds", when(col("settled").and(col("seconds").geq(0)), col("seconds")))
        .withColumn("timed", not(midnight(col("received_at")).or(midnight(col("closed_at")))))
        .withColumn(
            "overdue",
            not(col("settled"))
                .and(not(col("withdrawn")))
                .and(to_date(col("due_at")).lt(lit(asOf))))
        .persist();
  }

  private Dataset<Row> publications(SparkSession spark, SparkExports files) throws IOException {
    Dataset<Row> records =
        files
            .read("publications")
            .withColumn("category", files.code("publication_categories", col("category")))
            .withColumn(
                "channel",
                coalesce(files.known("publication_channels", col("channel")), lit("city_portal")))
            .withColumn("published", col("published_on"))
            .withColumn("published_on", to_date(SparkExports.time(col("published_on"))))
            .withColumn(
                "rule",
                when(files.total(col("publication_id")), "total_row")
                    .when(col("title").isNull(), "missing_value")
                    .when(col("published").isNull(), "missing_date")
                    .when(col("published_on").isNull(), "bad_date")
                    .when(not(happened(col("published_on"))), "date_out_of_range")
                    .when(col("town_code").isNull(), "unknown_town"))
            .withColumn("publication_id", coalesce(col("publication_id"), col("title")))
            .withColumn("year", year(col("published_on")))
            .drop("published");
    List<String> identity = List.of("town_code", "channel", "publication_id");
    List<String> all =
        List.of("town_code", "channel", "publication_id", "published_on", "title", "category");
    return ranked(archived(spark, records, "publications"), identity, all, col("published_on"))
        .persist();
  }

  /**
   * Says of each record whether another one goes before it, as a later state of the same thing, and
   * whether it is an exact copy.
   */
  private static Dataset<Row> ranked(
      Dataset<Row> records, List<String> identity, List<String> all, Column later) {
    Column state =
        row_number()
            .over(
                Window.partitionBy(columns(identity))
                    .orderBy(later.desc(), col("source_file").desc(), col("record").desc()));
    Column same =
        row_number()
            .over(
                Window.partitionBy(columns(all)).orderBy(later, col("source_file"), col("record")));
    Dataset<Row> valid =
        records
            .filter(col("rule").isNull())
            .withColumn("beaten", state.gt(1))
            .withColumn("copy", same.gt(1));
    return valid.unionByName(records.filter(col("rule").isNotNull()), true);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }

  private static Dataset<Row> counted(Dataset<Row> records) {
    return records.filter(col("rule").isNull().and(not(col("beaten"))));
  }

  private static Column midnight(Column time) {
    return time.equalTo(date_trunc("day", time));
  }

  /** A day between 2000 and the day of the run. */
  private Column happened(Column when) {
    return to_date(when).geq(lit(LocalDate.of(2000, 1, 1))).and(to_date(when).leq(lit(asOf)));
  }

  private Dataset<Row> archived(SparkSession spark, Dataset<Row> rows, String table) {
    String path = out.resolve("archive").resolve(table).toString();
    rows.write().format("delta").partitionBy("year").save(path);
    return spark.read().format("delta").load(path);
  }

  private void write(Dataset<Row> table, String name) {
    table
        .write()
        .option("header", true)
        .csv(out.resolve("tables").resolve(name + ".csv").toString());
  }
}

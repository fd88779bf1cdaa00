package org.nianbao.bench;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import picocli.CommandLine.Command;

/**
 * The job as one writes it who knows Spark: its CSV reader, a Delta archive by year, and a query
 * for each table. Rows that cannot be used are left out; nobody is told which and why.
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
    tickets(spark, files.read("tickets"), files);
    publications(spark, files.read("publications"), files);
    return 0;
  }

  private void tickets(SparkSession spark, Dataset<Row> raw, SparkExports files)
      throws IOException {
    Dataset<Row> valid =
        raw.withColumn("ticket_type", files.code("ticket_types", col("ticket_type")))
            .withColumn("ticket_source", files.code("ticket_sources", col("ticket_source")))
            .withColumn("status", files.code("ticket_statuses", col("status")))
            .withColumn("satisfaction", files.code("ticket_satisfaction", col("satisfaction")))
            .withColumn("received_at", SparkExports.time(col("received_at")))
            .withColumn("due_at", SparkExports.time(col("due_at")))
            .withColumn("closed", col("closed_at"))
            .withColumn("closed_at", SparkExports.time(col("closed_at")))
            .withColumn("year", year(col("received_at")))
            .filter(col("ticket_id").isNotNull())
            .filter(happened(col("received_at")))
            .filter(col("closed").isNull().or(happened(col("closed_at"))))
            .drop("closed", "resolved", "topic");
    Dataset<Row> archive = archived(spark, valid, "tickets");
    Dataset<Row> latest =
        archive
            .groupBy("source_file")
            .agg(max(to_date(greatest(col("received_at"), col("closed_at")))).as("latest_on"));
    Column rank =
        row_number()
            .over(
                Window.partitionBy("ticket_id")
                    .orderBy(
                        col("latest_on").desc(), col("source_file").desc(), col("record").desc()));
    Dataset<Row> tickets =
        archive
            .join(broadcast(latest), "source_file")
            .withColumn("rank", rank)
            .filter(col("rank").equalTo(1))
            .withColumn(
                "settled",
                when(col("status").equalTo("unmapped"), col("closed_at").isNotNull())
                    .otherwise(col("status").equalTo("closed")))
            .persist();
    ticketTables(tickets);
    tickets.unpersist();
  }

  private void ticketTables(Dataset<Row> tickets) {
    write(
        tickets
            .groupBy("town_code", "year", "ticket_type", "ticket_source")
            .agg(count("*").as("tickets"), count_if(col("settled")).as("closed")),
        "tickets_by_type_and_source");
    write(
        tickets
            .groupBy(col("town_code"), col("year"), month(col("received_at")).as("month"))
            .agg(count("*").as("tickets")),
        "tickets_by_month");
    Column dated = col("settled").and(col("closed_at").isNotNull());
    Column seconds = unix_timestamp(col("closed_at")).minus(unix_timestamp(col("received_at")));
    Column days = when(col("settled").and(seconds.geq(0)), seconds.divide(86_400));
    Column overdue =
        col("settled")
            .equalTo(false)
            .and(col("status").notEqual("withdrawn"))
            .and(to_date(col("due_at")).lt(lit(asOf)));
    Column satisfied = col("satisfaction").isin("very_satisfied", "satisfied", "fairly_satisfied");
    write(
        tickets
            .groupBy("town_code", "year", "ticket_type")
            .agg(
                count("*").as("tickets"),
                count_if(col("settled")).as("closed"),
                count_if(dated.and(year(col("closed_at")).leq(col("year"))))
                    .as("closed_by_year_end"),
                round(percentile(days, lit(0.5)), 2).as("median_days"),
                round(percentile(days, lit(0.9)), 2).as("p90_days"),
                count_if(col("settled").and(col("closed_at").leq(col("due_at")))).as("on_time"),
                count_if(col("due_at").isNotNull().and(dated.or(overdue))).as("on_time_base"),
                count_if(satisfied).as("satisfied"),
                count_if(satisfied.or(col("satisfaction").equalTo("dissatisfied"))).as("rated")),
        "ticket_handling");
  }

  private void publications(SparkSession spark, Dataset<Row> raw, SparkExports files)
      throws IOException {
    Dataset<Row> valid =
        raw.withColumn("category", files.code("publication_categories", col("category")))
            .withColumn(
                "channel",
                coalesce(files.known("publication_channels", col("channel")), lit("city_portal")))
            .withColumn("published_on", to_date(SparkExports.time(col("published_on"))))
            .withColumn("year", year(col("published_on")))
            .filter(col("title").isNotNull().and(happened(col("published_on"))));
    Dataset<Row> archive = archived(spark, valid, "publications");
    Column id = coalesce(col("publication_id"), col("title"));
    Column rank =
        row_number()
            .over(
                Window.partitionBy(col("town_code"), col("channel"), id)
                    .orderBy(
                        col("published_on").desc(),
                        col("source_file").desc(),
                        col("record").desc()));
    Dataset<Row> items = archive.withColumn("rank", rank).filter(col("rank").equalTo(1)).persist();
    write(
        items.groupBy("town_code", "year", "channel", "category").agg(count("*").as("items")),
        "publications_by_category");
    write(
        items.groupBy("town_code", "year", "channel").agg(count("*").as("items")),
        "publications_by_channel");
    items.unpersist();
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
        .coalesce(1)
        .write()
        .option("header", true)
        .csv(out.resolve("tables").resolve(name + ".csv").toString());
  }
}

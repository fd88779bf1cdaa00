package org.nianbao.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a run. What spark-submit sets stands; only what is absent is set here. */
final class Session {
  private Session() {}

  static SparkSession open(boolean debug) {
    SparkConf conf = new SparkConf();
    boolean local = conf.get("spark.master", "local").startsWith("local");
    settings(local).forEach(conf::setIfMissing);
    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    spark.sparkContext().setLogLevel(debug ? "INFO" : "OFF");
    return spark;
  }

  private static Map<String, String> settings(boolean local) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.app.name", "nianbao");
    settings.put("spark.master", "local[*]");
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    // No result depends on the zone: dates are civil. It is fixed so that nothing can.
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    settings.put("spark.sql.ansi.enabled", "true");
    if (local) {
      settings.put("spark.ui.enabled", "false");
      settings.put("spark.driver.host", "localhost");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put(
          "spark.sql.shuffle.partitions",
          String.valueOf(Runtime.getRuntime().availableProcessors()));
      settings.put("spark.databricks.delta.snapshotPartitions", "1");
      settings.put("spark.databricks.delta.writeChecksumFile.enabled", "false");
    }
    return settings;
  }
}

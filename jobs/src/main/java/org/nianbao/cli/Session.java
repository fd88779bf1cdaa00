package org.nianbao.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of a run. What spark-submit sets stands; what is absent is set here, and what
 * results rest on.
 */
final class Session {
  /** Results would differ, or break, under other values: these are set whatever anyone says. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.datetime.java8API.enabled", "true",
          "spark.sql.ansi.enabled", "true");

  private Session() {}

  /**
   * Opens a session, works, and closes it; a session that is open already is used and left open.
   */
  static int with(boolean debug, ToIntFunction<SparkSession> work) {
    boolean lent = SparkSession.getDefaultSession().isDefined();
    SparkSession spark = open(debug);
    try {
      return work.applyAsInt(spark);
    } finally {
      if (!lent) {
        spark.stop();
      }
    }
  }

  private static SparkSession open(boolean debug) {
    SparkConf conf = new SparkConf();
    boolean local = conf.get("spark.master", "local").startsWith("local");
    settings(local).forEach(conf::setIfMissing);
    REQUIRED.forEach(conf::set);
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
    // A warehouse tells of single citizens: nobody but its owner reads its files.
    settings.put("spark.hadoop.fs.permissions.umask-mode", "077");
    // Files of the archive are dense: a megabyte has 40,000 tickets. Rated at Spark's 4 MB for its
    // opening, a small file weighs as much as a large one, and one task gets all large ones.
    settings.put("spark.sql.files.openCostInBytes", "65536");
    // Of local files, and of no others, a list is read: that is done before a job for it would
    // begin.
    settings.put("spark.sql.sources.parallelPartitionDiscovery.threshold", "1000");
    if (local) {
      settings.put("spark.ui.enabled", "false");
      settings.put("spark.driver.host", "localhost");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put(
          "spark.sql.shuffle.partitions",
          String.valueOf(Runtime.getRuntime().availableProcessors()));
      // Stages of small local runs are known beforehand; planning them one by one costs more.
      settings.put("spark.sql.adaptive.enabled", "false");
      settings.put("spark.databricks.delta.snapshotPartitions", "1");
      settings.put("spark.databricks.delta.writeChecksumFile.enabled", "false");
    } else {
      // Or what is held in memory keeps 200 parts, however small, and each table reads them all.
      settings.put("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true");
      // The log of the archive has a line for each file, not millions.
      settings.put("spark.databricks.delta.snapshotPartitions", "4");
    }
    return settings;
  }
}

package org.nianbao.testing;

import org.apache.spark.sql.SparkSession;

/** The one local session that all tests share: a start costs more than most of them. */
public final class Spark {
  private Spark() {}

  public static SparkSession session() {
    return Holder.SESSION;
  }

  private static final class Holder {
    static final SparkSession SESSION =
        SparkSession.builder()
            .master("local[2]")
            .appName("nianbao-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            // Civil time must not depend on the session: a zone far from Shanghai shows where it
            // does.
            .config("spark.sql.session.timeZone", "UTC")
            // Compiling code for a few rows costs more than the rows; ./nianbao itself compiles it.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.databricks.delta.writeChecksumFile.enabled", "false")
            .getOrCreate();
  }
}

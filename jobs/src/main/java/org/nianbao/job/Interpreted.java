package org.nianbao.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Sessions for few rows. Spark generates code for each plan and Java compiles it: for a few
 * thousand rows that takes longer than to run the plan as it is. Results are the same.
 */
final class Interpreted {
  private static final String STAGES = "spark.sql.codegen.wholeStage";
  private static final String EXPRESSIONS = "spark.sql.codegen.factoryMode";
  private static final String NEVER = "NO_CODEGEN";

  private Interpreted() {}

  /** A session of the same application: another one, unless this one runs plans as they are. */
  static SparkSession like(SparkSession spark) {
    if (spark.conf().get(EXPRESSIONS).equals(NEVER)) {
      return spark;
    }
    SparkSession interpreted = spark.newSession();
    interpreted.conf().set(STAGES, "false");
    interpreted.conf().set(EXPRESSIONS, NEVER);
    return interpreted;
  }

  /** Few rows, computed now and held by the driver: what rests on them does not compute them. */
  static Dataset<Row> held(Dataset<Row> rows) {
    List<Row> all = rows.collectAsList();
    return rows.sparkSession().createDataFrame(all, rows.schema());
  }
}

package org.nianbao.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.trend.TownComparison.INTERVAL_HIGH;
import static org.nianbao.trend.TownComparison.INTERVAL_LOW;
import static org.nianbao.trend.TownComparison.LIMITS;
import static org.nianbao.trend.TownComparison.RANK_HIGH;
import static org.nianbao.trend.TownComparison.RANK_LOW;
import static org.nianbao.trend.TownComparison.TOWNS;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The ranks that chance leaves open: a town is surely behind those whose whole interval is better
 * than its own, and surely before those whose whole interval is worse.
 *
 * <p>All limits of a group are put in one order and counted through, so that many towns cost no
 * more than their sorting.
 */
final class RankBands {
  private static final String ROW = "row";
  private static final String LIMIT = "limit";
  private static final String IS_HIGH = "is_high";
  private static final String ABOVE = "above";
  private static final String BELOW = "below";

  private final Registry registry;

  RankBands(Registry registry) {
    this.registry = registry;
  }

  /** Ranked rows with their limits, and their bands where they have limits. */
  Dataset<Row> of(Dataset<Row> ranked) {
    Column low = element_at(col(LIMITS), 1);
    Column high = element_at(col(LIMITS), 2);
    Column limits = array(limit(low, false), limit(high, true));
    WindowSpec upwards =
        Window.partitionBy(YEAR.col(), MEASURE.col()).orderBy(col(LIMIT), col(IS_HIGH));
    Column known = col(LIMIT).isNotNull();
    Column lowsSoFar = count_if(known.and(col(IS_HIGH).equalTo(false))).over(upwards);
    Column highsSoFar = count_if(known.and(col(IS_HIGH))).over(upwards);
    Dataset<Row> counted =
        ranked
            .select(
                YEAR.col(),
                MEASURE.col(),
                TOWN_CODE.col(),
                struct(col("*")).as(ROW),
                explode(limits).as("of"))
            .select(col("*"), col("of.*"))
            .withColumn(ABOVE, col(ROW).getField(TOWNS.name()).minus(lowsSoFar))
            .withColumn(BELOW, highsSoFar)
            .groupBy(YEAR.col(), MEASURE.col(), TOWN_CODE.col())
            .agg(
                first(col(ROW)).as(ROW),
                max(when(known.and(col(IS_HIGH)), col(ABOVE))).as(ABOVE),
                max(when(known.and(col(IS_HIGH).equalTo(false)), col(BELOW))).as(BELOW));
    Column better = when(registry.isBetterLower(), col(BELOW)).otherwise(col(ABOVE));
    Column worse = when(registry.isBetterLower(), col(ABOVE)).otherwise(col(BELOW));
    return counted
        .select(col(ROW + ".*"), col(ABOVE), col(BELOW))
        .withColumn(INTERVAL_LOW.name(), low)
        .withColumn(INTERVAL_HIGH.name(), high)
        .withColumn(RANK_LOW.name(), better.plus(1))
        .withColumn(RANK_HIGH.name(), TOWNS.col().minus(worse));
  }

  private static Column limit(Column value, boolean isHigh) {
    return struct(value.as(LIMIT), lit(isHigh).as(IS_HIGH));
  }
}

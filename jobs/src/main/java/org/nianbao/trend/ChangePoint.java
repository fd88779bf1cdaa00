package org.nianbao.trend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.trend.UnusualValues.PERIODS;
import static org.nianbao.trend.UnusualValues.PROBABILITY;

import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.table.Trends;

/**
 * The change point of Pettitt (1979): the period behind which the ranks of a series differ most
 * from those before. Its probability under no change is about 2·exp(−6K²/(n³+n²)), where K is the
 * largest of the statistics |2·Σranks − t·(n+1)|.
 */
final class ChangePoint {
  /** Whether a period is the first behind the change point of its series. */
  static final String BEGINS = "begins";

  /** Whether it lies behind the change point. */
  static final String BEHIND = "behind";

  private static final double LEAST_PROBABLE = 0.05;
  private static final String MIDDLE_RANK = "middle_rank";
  private static final String STATISTIC = "statistic";
  private static final String LARGEST = "largest";
  private static final String LAST_BEFORE = "last_before";
  private static final String BEFORE = "before";

  private ChangePoint() {}

  /**
   * Marks periods.
   *
   * @param rows with {@link Trends#VALUE} and {@link UnusualValues#PERIODS}
   * @param series the window of a series, further parted by some columns
   * @param period what orders a series
   * @param fewest periods that a series must have
   */
  static Dataset<Row> mark(
      Dataset<Row> rows, Function<Column[], WindowSpec> series, Column period, Column fewest) {
    WindowSpec whole = series.apply(new Column[0]);
    WindowSpec inTime = whole.orderBy(period);
    Column ties = count("*").over(series.apply(new Column[] {Trends.VALUE.col()}));
    Column middle = rank().over(whole.orderBy(Trends.VALUE.col())).plus(ties.minus(1).divide(2.0));
    Column n = PERIODS.col().cast("double");
    Column expected = row_number().over(inTime).multiply(n.plus(1));
    Column statistic = abs(sum(col(MIDDLE_RANK)).over(inTime).multiply(2).minus(expected));
    Column last = when(col(STATISTIC).equalTo(col(LARGEST)), period);
    Column shifts = PERIODS.col().geq(fewest).and(PROBABILITY.col().lt(LEAST_PROBABLE));
    return rows.withColumn(MIDDLE_RANK, middle)
        .withColumn(STATISTIC, statistic)
        .withColumn(LARGEST, max(col(STATISTIC)).over(whole))
        .withColumn(PROBABILITY.name(), probability(n))
        .withColumn(LAST_BEFORE, min(last).over(whole))
        .withColumn(BEFORE, lag(period, 1).over(inTime))
        .withColumn(BEGINS, coalesce(shifts.and(col(BEFORE).equalTo(col(LAST_BEFORE))), lit(false)))
        .withColumn(BEHIND, shifts.and(period.gt(col(LAST_BEFORE))));
  }

  private static Column probability(Column n) {
    Column largest = col(LARGEST);
    Column cubes = n.multiply(n).multiply(n.plus(1));
    return exp(largest.multiply(largest).multiply(-6).divide(cubes)).multiply(2);
  }
}

package org.nianbao.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Trends.ANNUAL_GROWTH;
import static org.nianbao.table.Trends.CHANGE_ON_MONTH;
import static org.nianbao.table.Trends.COMPARABLE;
import static org.nianbao.table.Trends.DIMENSION;
import static org.nianbao.table.Trends.GROWTH_FROM;
import static org.nianbao.table.Trends.MEMBER;
import static org.nianbao.table.Trends.RATE_ON_MONTH;
import static org.nianbao.table.Trends.VALUE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.table.Coverage;
import org.nianbao.table.Trends;

/**
 * Changes over more, or less, than a year: compound growth (年均增速), and from month to month (环比).
 */
final class Growth {
  private static final String CHAIN = "chain";
  private static final String FIRST_VALUE = "first_value";
  private static final int DECIMALS = 6;
  private static final int MONTHS = 12;

  private final Registry registry;

  Growth(Registry registry) {
    this.registry = registry;
  }

  /**
   * Growth per year since the first year of an unbroken chain of comparable years, where that is
   * two years ago or more. A chain begins with the year before its first comparable one.
   */
  Dataset<Row> perYear(Dataset<Row> judged) {
    WindowSpec series =
        Window.partitionBy(TOWN_CODE.col(), MEASURE.col(), DIMENSION.col(), MEMBER.col())
            .orderBy(YEAR.col());
    WindowSpec chain =
        Window.partitionBy(
                TOWN_CODE.col(), MEASURE.col(), DIMENSION.col(), MEMBER.col(), col(CHAIN))
            .orderBy(YEAR.col());
    Column years = YEAR.col().minus(GROWTH_FROM.col());
    Column times = try_divide(VALUE.col().cast("double"), col(FIRST_VALUE).cast("double"));
    return judged
        .withColumn(CHAIN, sum(when(COMPARABLE.col(), 0).otherwise(1)).over(series))
        .withColumn(FIRST_VALUE, first(VALUE.col()).over(chain))
        .withColumn(GROWTH_FROM.name(), first(YEAR.col()).over(chain))
        .withColumn(
            GROWTH_FROM.name(),
            when(COMPARABLE.col().and(registry.isAdditive()).and(years.geq(2)), GROWTH_FROM.col()))
        .withColumn(
            ANNUAL_GROWTH.name(), round(pow(times, lit(1.0).divide(years)).minus(1), DECIMALS))
        .drop(CHAIN, FIRST_VALUE);
  }

  /** From month to month, where both months lie in complete years and the base is large enough. */
  Dataset<Row> onMonth(Dataset<Row> judged) {
    WindowSpec months =
        Window.partitionBy(TOWN_CODE.col(), MEASURE.col(), DIMENSION.col())
            .orderBy(YEAR.col(), MEMBER.col());
    Column isMonth = DIMENSION.col().equalTo(Trends.MONTH);
    Column number = YEAR.col().multiply(MONTHS).plus(when(isMonth, MEMBER.col()).cast("int"));
    Column before = lag(VALUE.col(), 1).over(months);
    Column isNext = lag(number, 1).over(months).equalTo(number.minus(1));
    Column complete = Coverage.STATUS.col().equalTo(Coverage.COMPLETE);
    Column completeBefore = lag(complete, 1).over(months);
    Column said =
        isMonth
            .and(isNext)
            .and(complete)
            .and(completeBefore)
            .and(before.geq(registry.smallestBase()));
    return judged
        .withColumn(CHANGE_ON_MONTH.name(), when(said, VALUE.col().minus(before)))
        .withColumn(
            RATE_ON_MONTH.name(),
            when(said, round(try_divide(VALUE.col().minus(before), before), DECIMALS)));
  }
}

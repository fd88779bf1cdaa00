package org.nianbao.trend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Trends.DIMENSION;
import static org.nianbao.table.Trends.MEMBER;
import static org.nianbao.table.Trends.MEMBER_LABEL;
import static org.nianbao.table.Trends.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;

/**
 * Values that a series does not usually have, and where a series shifts. Only counts and amounts of
 * complete years are looked at; a series is a total or a member over the years, or the months of a
 * total.
 *
 * <p>An outlier is a value whose modified z-score is beyond 3.5 (Iglewicz and Hoaglin, How to
 * Detect and Handle Outliers, 1993): its distance from the median in units of the median absolute
 * deviation, or of the mean one where that is zero. A change point is that of Pettitt (A
 * Non-parametric Approach to the Change-point Problem, 1979) with a probability below 0.05;
 * outliers are looked for before and behind it by themselves.
 */
public final class UnusualValues {
  public static final Field KIND = Field.text("kind", "类型", "outlier or change_point");
  public static final Field USUAL =
      Field.number(
          "usual", "通常值", "Median of the series, or of its part before or behind a change point");
  public static final Field SCORE = Field.number("score", "偏离程度", "Modified z-score of an outlier");
  public static final Field PROBABILITY =
      Field.number("probability", "偶然概率", "Approximate probability of a change point by chance");
  public static final Field PERIODS =
      Field.integer("periods", "期数", "Years or months of the series");
  public static final Field EXPLAINED_BY =
      Field.text(
          "explained_by", "主要构成", "Members that make most of a yearly total's deviation or shift");

  static final String OUTLIER = "outlier";
  static final String CHANGE_POINT = "change_point";

  public static final Table TABLE =
      new Table(
          "unusual_values",
          "异常值与突变点",
          "One row per value or shift that is unusual in its series",
          List.of(TOWN_CODE, MEASURE, DIMENSION, MEMBER, YEAR, KIND),
          List.of(
              TOWN_CODE,
              TOWN,
              MEASURE,
              DIMENSION,
              MEMBER,
              YEAR,
              KIND,
              VALUE,
              USUAL,
              SCORE,
              PROBABILITY,
              PERIODS,
              EXPLAINED_BY,
              MEASURE.shown(),
              MEMBER_LABEL));

  /** The modified z-score beyond which a value is an outlier, and its two constants. */
  private static final double BEYOND = 3.5;

  private static final double OF_MEDIAN_DEVIATION = 0.6745;
  private static final double OF_MEAN_DEVIATION = 1.253314;
  private static final int FEWEST_YEARS = 6;
  private static final int FEWEST_YEARS_TO_SHIFT = 12;
  private static final int FEWEST_MONTHS = 24;

  private static final String SERIES = "series";
  private static final String PERIOD = "period";
  static final String DEVIATION = "deviation";

  private UnusualValues() {}

  /**
   * Looks for them.
   *
   * @param trends rows of {@link TrendTable}
   * @return the columns of the contract; the town's name and the measure's label are left out
   */
  public static Dataset<Row> of(Dataset<Row> trends, Seeds seeds) {
    Registry registry = new Registry(seeds);
    Dataset<Row> scored = scored(shifted(series(trends, registry)));
    Column large = abs(col(DEVIATION)).geq(registry.smallestBase());
    Column outlier = abs(SCORE.col()).gt(BEYOND).and(large);
    Dataset<Row> found =
        scored
            .filter(outlier)
            .withColumn(KIND.name(), lit(OUTLIER))
            .withColumn(PROBABILITY.name(), lit(null))
            .unionByName(
                scored
                    .filter(col(ChangePoint.BEGINS))
                    .withColumn(KIND.name(), lit(CHANGE_POINT))
                    .withColumn(SCORE.name(), lit(null)));
    return new Explanation(seeds).of(found, scored);
  }

  private static Dataset<Row> series(Dataset<Row> trends, Registry registry) {
    Column month = isMonth();
    Column period =
        when(month, YEAR.col().multiply(12).plus(when(month, MEMBER.col()).cast("int")))
            .otherwise(YEAR.col());
    return trends
        .filter(registry.isAdditive().and(VALUE.col().isNotNull()))
        .filter(Coverage.STATUS.col().equalTo(Coverage.COMPLETE))
        .select(
            TOWN_CODE.col(),
            MEASURE.col(),
            DIMENSION.col(),
            MEMBER.col(),
            MEMBER_LABEL.col(),
            YEAR.col(),
            VALUE.col(),
            Trends.PREVIOUS_VALUE.col(),
            when(month, "").otherwise(MEMBER.col()).as(SERIES),
            period.as(PERIOD));
  }

  private static Column isMonth() {
    return DIMENSION.col().equalTo(Trends.MONTH);
  }

  private static WindowSpec series(Column... parts) {
    List<Column> series =
        new ArrayList<>(List.of(TOWN_CODE.col(), MEASURE.col(), DIMENSION.col(), col(SERIES)));
    series.addAll(List.of(parts));
    return Window.partitionBy(series.toArray(Column[]::new));
  }

  /** Where each series shifts. */
  private static Dataset<Row> shifted(Dataset<Row> series) {
    Column fewest = when(isMonth(), FEWEST_MONTHS).otherwise(FEWEST_YEARS_TO_SHIFT);
    return ChangePoint.mark(
        series.withColumn(PERIODS.name(), count("*").over(series()).cast("int")),
        UnusualValues::series,
        col(PERIOD),
        fewest);
  }

  /** How far each value lies from what is usual in its part of the series. */
  private static Dataset<Row> scored(Dataset<Row> shifted) {
    WindowSpec part = series(col(ChangePoint.BEHIND));
    Column value = VALUE.col().cast("double");
    Column distance = abs(col(DEVIATION));
    Column typical = median(distance).over(part);
    Column mean = avg(distance).over(part);
    Column scale =
        when(typical.gt(0), typical.divide(OF_MEDIAN_DEVIATION))
            .when(mean.gt(0), mean.multiply(OF_MEAN_DEVIATION));
    Column enough =
        count("*").over(part).geq(when(isMonth(), FEWEST_MONTHS).otherwise(FEWEST_YEARS));
    return shifted
        .withColumn(USUAL.name(), median(value).over(part))
        .withColumn(DEVIATION, value.minus(USUAL.col()))
        .withColumn(SCORE.name(), when(enough, col(DEVIATION).divide(scale)));
  }
}

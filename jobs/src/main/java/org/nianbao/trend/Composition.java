package org.nianbao.trend;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Trends.COMPARABLE;
import static org.nianbao.table.Trends.CONTRIBUTION;
import static org.nianbao.table.Trends.CONTRIBUTION_POINTS;
import static org.nianbao.table.Trends.DIMENSION;
import static org.nianbao.table.Trends.PREVIOUS_VALUE;
import static org.nianbao.table.Trends.REASON;
import static org.nianbao.table.Trends.SHARE;
import static org.nianbao.table.Trends.SHARE_CHANGE;
import static org.nianbao.table.Trends.VALUE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.table.Trends;

/**
 * What members are of their total, and what they did to its change. Shares of a breakdown that
 * leaves nothing out add up to 1; so do contributions (贡献率), and contributions in points (拉动) add
 * up to the total's 同比. Those are said of all members or of none: where the total may be compared
 * and no member of the year has changed its label. A member's own small base does not matter here,
 * as the total is the base.
 */
final class Composition {
  private static final int DECIMALS = 6;

  private Composition() {}

  /** Rows of year on year, with the columns of the composition. */
  static Dataset<Row> of(Dataset<Row> judged) {
    WindowSpec breakdown =
        Window.partitionBy(TOWN_CODE.col(), MEASURE.col(), DIMENSION.col(), YEAR.col());
    WindowSpec measure = Window.partitionBy(TOWN_CODE.col(), MEASURE.col(), YEAR.col());
    Column total = sum(VALUE.col()).over(breakdown);
    Column totalBefore = sum(PREVIOUS_VALUE.col()).over(breakdown);
    Column relabelled = coalesce(REASON.col().equalTo(Trends.TAXONOMY_BREAK), lit(false));
    Column said =
        max(DIMENSION.col().equalTo("").and(COMPARABLE.col()))
            .over(measure)
            .and(not(max(relabelled).over(breakdown)));
    Column change = VALUE.col().minus(PREVIOUS_VALUE.col());
    Column before = rounded(PREVIOUS_VALUE.col(), totalBefore);
    return judged
        .withColumn(SHARE.name(), exhaustive(rounded(VALUE.col(), total)))
        .withColumn(SHARE_CHANGE.name(), exhaustive(when(said, SHARE.col().minus(before))))
        .withColumn(
            CONTRIBUTION.name(), exhaustive(when(said, rounded(change, total.minus(totalBefore)))))
        .withColumn(
            CONTRIBUTION_POINTS.name(), exhaustive(when(said, rounded(change, totalBefore))));
  }

  private static Column exhaustive(Column value) {
    return when(col(YearOnYear.EXHAUSTIVE), value);
  }

  private static Column rounded(Column part, Column whole) {
    return round(try_divide(part, whole), DECIMALS);
  }
}

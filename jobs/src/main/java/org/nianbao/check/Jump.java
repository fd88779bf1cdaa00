package org.nianbao.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Trends.DIMENSION;
import static org.nianbao.table.Trends.MEMBER;
import static org.nianbao.table.Trends.MEMBER_LABEL;
import static org.nianbao.table.Trends.PREVIOUS_VALUE;
import static org.nianbao.table.Trends.VALUE;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Checks;
import org.nianbao.table.Trends;

/**
 * A comparable value that is more than five times the one of the year before, or less than a fifth.
 */
final class Jump implements Check {
  private static final int TIMES = 5;

  @Override
  public String code() {
    return "jump";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Column up = VALUE.col().gt(PREVIOUS_VALUE.col().multiply(TIMES));
    Column down = VALUE.col().multiply(TIMES).lt(PREVIOUS_VALUE.col());
    Column breakdown = DIMENSION.col().notEqual("");
    Column years = not(DIMENSION.col().eqNullSafe(Trends.MONTH));
    Column member = concat(lit("/"), DIMENSION.col(), lit("="), MEMBER.col());
    return Findings.of(
        code(),
        evidence
            .rows(Trends.TABLE)
            .filter(Trends.COMPARABLE.col().and(PREVIOUS_VALUE.col().gt(0)))
            .filter(years.and(up.or(down))),
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            lit(Checks.FAIL),
            Checks.SUBJECT,
            concat(MEASURE.col(), when(breakdown, member).otherwise("")),
            Checks.EXPECTED,
            PREVIOUS_VALUE.col(),
            Checks.ACTUAL,
            VALUE.col(),
            Checks.DETAIL,
            detail(breakdown)));
  }

  private static Column detail(Column breakdown) {
    Column member = concat(lit("（"), coalesce(MEMBER_LABEL.col(), MEMBER.col()), lit("）"));
    return concat(
        MEASURE.shown().col(),
        when(breakdown, member).otherwise(""),
        lit("由上年的 "),
        Findings.plain(PREVIOUS_VALUE.col()),
        lit(" 变为 "),
        Findings.plain(VALUE.col()),
        lit("，超过五倍"));
  }
}

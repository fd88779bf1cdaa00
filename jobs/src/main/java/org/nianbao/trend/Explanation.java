package org.nianbao.trend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Trends.DIMENSION;
import static org.nianbao.table.Trends.MEMBER_LABEL;
import static org.nianbao.trend.UnusualValues.DEVIATION;
import static org.nianbao.trend.UnusualValues.EXPLAINED_BY;
import static org.nianbao.trend.UnusualValues.KIND;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;

/**
 * Which members a total's deviation consists of: those with a fifth of it or more, three at most.
 */
final class Explanation {
  private static final double SHARE = 0.2;
  private static final int MOST = 3;
  private static final String MEMBERS = "members";
  private static final String SIZE = "size";
  private static final String NAME = "name";
  private static final String PART = "part";
  private static final String STEP = "step";

  private final Map<String, String> dimensions = new HashMap<>();

  Explanation(Seeds seeds) {
    for (SeedRow row : seeds.rows("breakdowns")) {
      dimensions.put(row.get("dimension"), row.get("label"));
    }
  }

  /**
   * Explains.
   *
   * @param found the unusual values
   * @param all every value with its deviation from what is usual in its series
   */
  Dataset<Row> of(Dataset<Row> found, Dataset<Row> all) {
    Column member =
        struct(
            concat(Table.label(DIMENSION.col(), dimensions), lit("="), MEMBER_LABEL.col()).as(NAME),
            col(DEVIATION),
            step().as(STEP));
    Dataset<Row> members =
        all.filter(DIMENSION.col().notEqual("").and(DIMENSION.col().notEqual(Trends.MONTH)))
            .groupBy(TOWN_CODE.col(), MEASURE.col(), YEAR.col())
            .agg(collect_list(member).as(MEMBERS));
    String[] key = {TOWN_CODE.name(), MEASURE.name(), YEAR.name()};
    return broadcast(found)
        .join(members, key, "left")
        .withColumn(EXPLAINED_BY.name(), when(DIMENSION.col().equalTo(""), text()));
  }

  private static Column step() {
    return Trends.VALUE.col().minus(Trends.PREVIOUS_VALUE.col()).cast("double");
  }

  private static Column text() {
    Column shift = KIND.col().equalTo(UnusualValues.CHANGE_POINT);
    Column whole = when(shift, step()).otherwise(col(DEVIATION));
    Column parts =
        transform(
            col(MEMBERS),
            one -> {
              Column part = when(shift, one.getField(STEP)).otherwise(one.getField(DEVIATION));
              return struct(negate(abs(part)).as(SIZE), part.as(PART), one.getField(NAME).as(NAME));
            });
    Column large =
        filter(
            parts,
            one ->
                signum(one.getField(PART))
                    .equalTo(signum(whole))
                    .and(abs(one.getField(PART)).geq(abs(whole).multiply(SHARE))));
    return array_join(
        transform(
            slice(array_sort(large), 1, MOST),
            one -> concat(one.getField(NAME), format_string(" %+.0f", one.getField(PART)))),
        "；");
  }
}

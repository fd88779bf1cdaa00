package org.nianbao.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Checks;
import org.nianbao.table.YearlyMeasures;

/**
 * C-1: what counts the same thing on several channels once lies between the largest channel and the
 * sum of all (counting rule of 国办发〔2014〕32号).
 */
final class ChannelBounds implements Check {
  private static final String LARGEST = "largest";
  private static final String ALL = "all_members";

  @Override
  public String code() {
    return "channel_bounds";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Dataset<Row> findings = Findings.of(evidence.spark(), List.of());
    for (Breakdown mirror : evidence.mirrors()) {
      Dataset<Row> measured =
          evidence
              .rows(YearlyMeasures.TABLE)
              .filter(MEASURE.col().equalTo(mirror.measure()))
              .filter(YearlyMeasures.VALUE.col().isNotNull());
      findings = findings.unionByName(find(measured, mirror, evidence.rows(mirror.table())));
    }
    return findings;
  }

  private Dataset<Row> find(Dataset<Row> measured, Breakdown mirror, Dataset<Row> rows) {
    Dataset<Row> bounds =
        rows.filter(mirror.taken())
            .groupBy(TOWN_CODE.col(), YEAR.col())
            .agg(max(mirror.value().col()).as(LARGEST), sum(mirror.value().col()).as(ALL));
    Column distinct = YearlyMeasures.VALUE.col();
    Column broken =
        when(distinct.lt(col(LARGEST)), col(LARGEST)).when(distinct.gt(col(ALL)), col(ALL));
    return Findings.of(
        code(),
        measured.join(bounds, new String[] {TOWN_CODE.name(), YEAR.name()}),
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            when(broken.isNull(), lit(Checks.PASS)).otherwise(Checks.FAIL),
            Checks.SUBJECT,
            lit(mirror.measure() + "=" + mirror.table().name()),
            Checks.EXPECTED,
            coalesce(broken, distinct),
            Checks.ACTUAL,
            distinct,
            Checks.DETAIL,
            concat(
                lit("最大渠道 "),
                col(LARGEST).cast("string"),
                lit("，去重后 "),
                Findings.plain(distinct),
                lit("，各渠道之和 "),
                col(ALL).cast("string"))));
  }
}

package org.nianbao.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.YearlyMeasures;

/**
 * P-1: what is computed is what the report of that year printed, to the digits it printed, and
 * within two per cent where it says 约.
 */
final class PublishedFigure implements Check {
  private static final String TOTAL = "measure_total";
  private static final String COVERED = "covered";

  @Override
  public String code() {
    return "published_figure";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Printed printed = Printed.of(evidence);
    if (printed.isEmpty()) {
      return Findings.of(evidence.spark(), List.of());
    }
    Dataset<Row> totals =
        evidence
            .rows(YearlyMeasures.TABLE)
            .filter(printed.mayBePrinted())
            .select(
                TOWN_CODE.col(), YEAR.col(), MEASURE.col(), YearlyMeasures.VALUE.col().as(TOTAL));
    Dataset<Row> coverage =
        evidence
            .rows(Coverage.TABLE)
            .filter(printed.mayBePrinted())
            .select(TOWN_CODE.col(), YEAR.col(), DATASET.col(), Coverage.STATUS.col().as(COVERED));
    return findings(
        printed
            .figures()
            .join(printed.cells(), by(Printed.FIGURE, Printed.MEMBER), "left")
            .join(broadcast(totals), by(MEASURE.name()), "left")
            .join(broadcast(coverage), by(DATASET.name()), "left"));
  }

  private static String[] by(String... more) {
    return Stream.concat(Stream.of(TOWN_CODE.name(), YEAR.name()), Stream.of(more))
        .toArray(String[]::new);
  }

  private Dataset<Row> findings(Dataset<Row> compared) {
    Column none = when(col(Printed.ABSENT_IS_ZERO).and(col(TOTAL).isNotNull()), lit(0));
    Column computed = coalesce(col(Printed.COMPUTED), none);
    Column printed = col(Printed.PRINTED);
    Column holds = abs(computed.minus(printed)).leq(col(Printed.TOLERANCE));
    Column explained = col(Printed.EXPLANATION).isNotNull();
    Column status =
        when(computed.isNull(), lit(Checks.NOT_ASSESSABLE))
            .when(holds.or(explained), lit(Checks.PASS))
            .when(col(COVERED).equalTo(Coverage.PARTIAL), lit(Checks.UNCERTAIN))
            .otherwise(Checks.FAIL);
    Column outcome =
        when(computed.equalTo(printed), lit("，一致"))
            .when(holds, lit("，在允许误差内"))
            .when(explained, concat(lit("，已说明："), col(Printed.EXPLANATION)))
            .otherwise("，未说明");
    Column result =
        when(computed.isNull(), lit("没有可核对的数据"))
            .otherwise(concat(lit("由明细算得 "), Findings.plain(computed), outcome));
    return Findings.of(
        code(),
        compared,
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            status,
            Checks.SUBJECT,
            col(Printed.SUBJECT),
            Checks.EXPECTED,
            printed,
            Checks.ACTUAL,
            computed,
            Checks.DETAIL,
            concat(col(Printed.SAYS), lit("，"), result)));
  }
}

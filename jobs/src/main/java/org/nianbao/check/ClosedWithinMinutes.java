package org.nianbao.check;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.TicketTimes.CLOSED_AT_ONCE;
import static org.nianbao.table.TicketTimes.TIMED;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Checks;
import org.nianbao.table.TicketTimes;

/**
 * Town-years of which more than a fifth of the tickets with times of day, at least twenty, were
 * closed within ten minutes of receipt: as if both times were entered at once.
 */
final class ClosedWithinMinutes implements Check {
  private static final int FEWEST = 20;
  private static final int ONE_IN = 5;

  @Override
  public String code() {
    return "closed_within_minutes";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    return Findings.of(
        code(),
        evidence
            .rows(TicketTimes.TABLE)
            .filter(
                TIMED.col().geq(FEWEST).and(CLOSED_AT_ONCE.col().multiply(ONE_IN).gt(TIMED.col()))),
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            lit(Checks.FAIL),
            Checks.EXPECTED,
            floor(TIMED.col().divide(ONE_IN)),
            Checks.ACTUAL,
            CLOSED_AT_ONCE.col(),
            Checks.DETAIL,
            format_string("%d 宗工单中有 %d 宗在受理后十分钟内办结，超过五分之一", TIMED.col(), CLOSED_AT_ONCE.col())));
  }
}

package org.nianbao.check;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.TicketTimes.CLOSED_BEFORE_RECEIVED;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Checks;
import org.nianbao.table.TicketTimes;

/** Tickets that were closed before they came in, by town and year. */
final class ClosedBeforeReceived implements Check {
  @Override
  public String code() {
    return "closed_before_received";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    return Findings.of(
        code(),
        evidence.rows(TicketTimes.TABLE).filter(CLOSED_BEFORE_RECEIVED.col().gt(0)),
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            lit(Checks.FAIL),
            Checks.EXPECTED,
            lit(0),
            Checks.ACTUAL,
            CLOSED_BEFORE_RECEIVED.col(),
            Checks.DETAIL,
            concat(CLOSED_BEFORE_RECEIVED.col().cast("string"), lit(" 宗工单的办结时间早于受理时间"))));
  }
}

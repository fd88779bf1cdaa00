package org.nianbao.yearly;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.to_date;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Tickets.CLOSED_AT;
import static org.nianbao.table.Tickets.RECEIVED_AT;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Table;
import org.nianbao.table.TicketTimes;
import org.nianbao.table.Tickets;

/** Tickets whose closing time cannot be, or is suspiciously near to their receipt. */
public final class ClosingTimes implements YearlyTable {
  private static final int AT_ONCE_SECONDS = 600;

  @Override
  public Table contract() {
    return TicketTimes.TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    Column timed = timed(RECEIVED_AT.col()).and(timed(CLOSED_AT.col()));
    Column seconds = Settlement.seconds(RECEIVED_AT.col(), CLOSED_AT.col());
    Column dayBefore = to_date(CLOSED_AT.col()).lt(to_date(RECEIVED_AT.col()));
    return archive
        .rows(Tickets.ARCHIVE)
        .filter(CLOSED_AT.col().isNotNull())
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(
            count_if(dayBefore.or(timed.and(seconds.lt(0))))
                .as(TicketTimes.CLOSED_BEFORE_RECEIVED.name()),
            count_if(timed).as(TicketTimes.TIMED.name()),
            count_if(timed.and(seconds.between(0, AT_ONCE_SECONDS)))
                .as(TicketTimes.CLOSED_AT_ONCE.name()));
  }

  /** An export that gives days only is stored as midnight. */
  private static Column timed(Column time) {
    return time.notEqual(date_trunc("DAY", time));
  }
}

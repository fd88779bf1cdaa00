package org.nianbao.yearly;

import static org.apache.spark.sql.functions.col;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Table;
import org.nianbao.table.TicketTimes;

/** Tickets whose closing time cannot be, or is suspiciously near to their receipt. */
public final class ClosingTimes implements YearlyTable {
  @Override
  public Table contract() {
    return TicketTimes.TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    return archive
        .ticketCounts()
        .filter(col(TicketCounts.ENDED).gt(0))
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(
            TicketCounts.total(TicketCounts.CLOSED_BEFORE_RECEIVED),
            TicketCounts.total(TicketCounts.TIMED),
            TicketCounts.total(TicketCounts.CLOSED_AT_ONCE));
  }
}

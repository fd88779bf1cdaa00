package org.nianbao.yearly;

import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.TicketEnds.END_YEAR;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Table;
import org.nianbao.table.TicketEnds;

/** When tickets ended. */
public final class EndsOfTickets implements YearlyTable {

  @Override
  public Table contract() {
    return TicketEnds.TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    return archive
        .ticketCounts()
        .groupBy(TOWN_CODE.col(), YEAR.col(), END_YEAR.col())
        .agg(
            TicketCounts.total(TicketCounts.CLOSED),
            TicketCounts.total(TicketCounts.WITHDRAWN),
            TicketCounts.total(TicketCounts.OPEN),
            TicketCounts.total(TicketCounts.LATE));
  }
}

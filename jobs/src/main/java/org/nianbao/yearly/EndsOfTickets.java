package org.nianbao.yearly;

import static org.apache.spark.sql.functions.count_if;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.TicketEnds.CLOSED;
import static org.nianbao.table.TicketEnds.END_YEAR;
import static org.nianbao.table.TicketEnds.LATE;
import static org.nianbao.table.TicketEnds.OPEN;
import static org.nianbao.table.TicketEnds.WITHDRAWN;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Table;
import org.nianbao.table.TicketEnds;
import org.nianbao.table.Tickets;

/**
 * When tickets ended. An end that no export dates, as withdrawals often are, counts in the year of
 * receipt; so does a closing before the receipt.
 */
public final class EndsOfTickets implements YearlyTable {

  @Override
  public Table contract() {
    return TicketEnds.TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    Seeds seeds = archive.seeds();
    Column settled = Settlement.settled(seeds);
    Column open = Settlement.open(seeds);
    Column closedIn = functions.year(Tickets.CLOSED_AT.col());
    Column endYear = functions.when(open.equalTo(false), functions.greatest(closedIn, YEAR.col()));
    return archive
        .rows(Tickets.ARCHIVE)
        .groupBy(TOWN_CODE.col(), YEAR.col(), endYear.as(END_YEAR.name()))
        .agg(
            count_if(settled).as(CLOSED.name()),
            count_if(functions.not(settled.or(open))).as(WITHDRAWN.name()),
            count_if(open).as(OPEN.name()),
            count_if(settled.and(Tickets.CLOSED_AT.col().gt(Tickets.DUE_AT.col())))
                .as(LATE.name()));
  }
}

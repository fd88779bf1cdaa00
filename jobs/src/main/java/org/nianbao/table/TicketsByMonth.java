package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Tickets by the month of receipt. */
public final class TicketsByMonth {
  public static final Field MONTH = Field.integer("month", "月份", "Month of receipt, 1 to 12");
  public static final Field TICKETS = TicketsByTypeAndSource.TICKETS;

  public static final Table TABLE =
      new Table(
          "tickets_by_month",
          "12345工单分月统计",
          "One row per town, year and month that has tickets",
          List.of(TOWN_CODE, YEAR, MONTH),
          List.of(TOWN_CODE, TOWN, YEAR, MONTH, TICKETS));

  private TicketsByMonth() {}
}

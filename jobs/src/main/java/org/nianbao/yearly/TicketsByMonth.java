package org.nianbao.yearly;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Table;

/** Tickets by the month of receipt. */
public final class TicketsByMonth implements YearlyTable {
  public static final Field MONTH = Field.integer("month", "月份", "月", "Month of receipt, 1 to 12");
  public static final Field TICKETS = TicketsByTypeAndSource.TICKETS;

  public static final Table TABLE =
      new Table(
          "tickets_by_month",
          "12345工单分月统计",
          "One row per town, year and month that has tickets",
          List.of(TOWN_CODE, YEAR, MONTH),
          List.of(TOWN_CODE, TOWN, YEAR, MONTH, TICKETS));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    return archive
        .ticketCounts()
        .groupBy(TOWN_CODE.col(), YEAR.col(), MONTH.col())
        .agg(TicketCounts.total(TicketCounts.TICKETS));
  }

  @Override
  public List<Breakdown> breakdowns(Seeds seeds) {
    return List.of(new Breakdown(Measures.TICKETS, TABLE, MONTH, TICKETS));
  }
}

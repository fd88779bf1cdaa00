package org.nianbao.yearly;

import static org.apache.spark.sql.functions.try_divide;
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
import org.nianbao.table.Tickets;

/** Tickets by type and source, as the 12345 table of a report shows them. */
public final class TicketsByTypeAndSource implements YearlyTable {
  public static final Field TICKET_TYPE = Tickets.TICKET_TYPE;
  public static final Field TICKET_SOURCE = Tickets.TICKET_SOURCE;
  public static final Field TICKETS =
      Field.count("tickets", "工单数", "宗", "Distinct tickets received in the year");
  public static final Field CLOSED =
      Field.count("closed", "办结数", "宗", "Of these, settled as of the day of the run");
  public static final Field COMPLETION_RATE =
      Field.rate("completion_rate", "完结率", "closed ÷ tickets");

  public static final Table TABLE =
      new Table(
          "tickets_by_type_and_source",
          "12345工单分类型分来源统计",
          "One row per town, year, type and source that has tickets",
          List.of(TOWN_CODE, YEAR, TICKET_TYPE, TICKET_SOURCE),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              TICKET_TYPE,
              TICKET_SOURCE,
              TICKETS,
              CLOSED,
              COMPLETION_RATE,
              TICKET_TYPE.shown(),
              TICKET_SOURCE.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  /** Counts tickets and those settled; a combination without tickets has no row, not a zero. */
  @Override
  public Dataset<Row> compute(Inputs archive) {
    return archive
        .ticketCounts()
        .groupBy(TOWN_CODE.col(), YEAR.col(), TICKET_TYPE.col(), TICKET_SOURCE.col())
        .agg(TicketCounts.total(TicketCounts.TICKETS), TicketCounts.total(TicketCounts.CLOSED))
        .withColumn(COMPLETION_RATE.name(), try_divide(CLOSED.col(), TICKETS.col()));
  }

  @Override
  public List<Breakdown> breakdowns(Seeds seeds) {
    return List.of(
        new Breakdown(Measures.TICKETS, TABLE, TICKET_TYPE, TICKETS),
        new Breakdown(Measures.TICKETS, TABLE, TICKET_SOURCE, TICKETS),
        new Breakdown(Measures.TICKETS_CLOSED, TABLE, TICKET_TYPE, CLOSED));
  }
}

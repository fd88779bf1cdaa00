package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Tickets by type and source, as the 12345 table of a report shows them. */
public final class TicketsByTypeAndSource {
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
              Shared.labelOf(TICKET_TYPE),
              Shared.labelOf(TICKET_SOURCE)));

  private TicketsByTypeAndSource() {}
}

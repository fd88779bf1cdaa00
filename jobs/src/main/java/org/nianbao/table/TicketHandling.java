package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** How tickets were handled, by type: settled, how fast, in time, to whose satisfaction. */
public final class TicketHandling {
  public static final Field TICKET_TYPE = Tickets.TICKET_TYPE;
  public static final Field TICKETS = TicketsByTypeAndSource.TICKETS;
  public static final Field CLOSED = TicketsByTypeAndSource.CLOSED;
  public static final Field CLOSED_BY_YEAR_END =
      Field.count(
          "closed_by_year_end", "年底前办结数", "宗", "Of the tickets, closed by 31 December of the year");
  public static final Field MEDIAN_DAYS =
      Field.days("median_days", "办理天数中位数", "Median time from receipt to closing");
  public static final Field P90_DAYS =
      Field.days("p90_days", "办理天数九成位数", "90th percentile of the time from receipt to closing");
  public static final Field ON_TIME =
      Field.count("on_time", "按时办结数", "宗", "Closed within the time limit");
  public static final Field ON_TIME_BASE =
      Field.count(
          "on_time_base", "按时率基数", "宗", "Tickets with a time limit that are closed or overdue");
  public static final Field ON_TIME_RATE =
      Field.rate("on_time_rate", "按时办结率", "on_time ÷ on_time_base");
  public static final Field SATISFIED =
      Field.count("satisfied", "满意数", "宗", "Tickets rated with satisfaction");
  public static final Field RATED = Field.count("rated", "评价数", "宗", "Tickets rated at all");
  public static final Field UNDATED =
      Field.count("undated", "无办结时间数", "宗", "Settled tickets whose closing time no export gives");

  public static final Table TABLE =
      new Table(
          "ticket_handling",
          "12345工单办理情况",
          "One row per town, year and type that has tickets",
          List.of(TOWN_CODE, YEAR, TICKET_TYPE),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              TICKET_TYPE,
              TICKETS,
              CLOSED,
              CLOSED_BY_YEAR_END,
              MEDIAN_DAYS,
              P90_DAYS,
              ON_TIME,
              ON_TIME_BASE,
              ON_TIME_RATE,
              SATISFIED,
              RATED,
              UNDATED,
              Shared.labelOf(TICKET_TYPE)));

  private TicketHandling() {}
}

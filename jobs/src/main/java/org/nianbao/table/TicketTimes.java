package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** How far the times of tickets can be believed, by the year of receipt. */
public final class TicketTimes {
  public static final Field CLOSED_BEFORE_RECEIVED =
      Field.count("closed_before_received", "办结早于受理", "宗", "Tickets closed before their receipt");
  public static final Field TIMED =
      Field.count("timed", "时间完整", "宗", "Tickets of which both times have a time of day");
  public static final Field CLOSED_AT_ONCE =
      Field.count("closed_at_once", "受理后十分钟内办结", "宗", "Of these, closed within ten minutes");

  public static final Table TABLE =
      new Table(
          "ticket_times",
          "12345工单时间核对",
          "One row per town and year that has closed tickets",
          List.of(TOWN_CODE, YEAR),
          List.of(TOWN_CODE, TOWN, YEAR, CLOSED_BEFORE_RECEIVED, TIMED, CLOSED_AT_ONCE));

  private TicketTimes() {}
}

package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** In which year the tickets of a year came to their end: what backlogs are added up from. */
public final class TicketEnds {
  public static final Field END_YEAR =
      Field.integer(
          "end_year", "了结年度", "Year of closing or withdrawal; empty while the ticket is open");
  public static final Field CLOSED = Field.count("closed", "办结数", "宗", "Settled in end_year");
  public static final Field WITHDRAWN =
      Field.count("withdrawn", "撤单数", "宗", "Taken back in end_year");
  public static final Field OPEN = Field.count("open", "未办结数", "宗", "Open as of the run");
  public static final Field LATE =
      Field.count("late", "逾期办结数", "宗", "Of those settled, closed after their time limit");

  public static final Table TABLE =
      new Table(
          "ticket_ends",
          "12345工单了结年度",
          "One row per town, year of receipt and year of the end that has tickets",
          List.of(TOWN_CODE, YEAR, END_YEAR),
          List.of(TOWN_CODE, TOWN, YEAR, END_YEAR, CLOSED, WITHDRAWN, OPEN, LATE));

  private TicketEnds() {}
}

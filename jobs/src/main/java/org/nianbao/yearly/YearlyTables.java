package org.nianbao.yearly;

import java.util.List;

/** Every yearly table, in the order in which people read them. */
public final class YearlyTables {
  public static final List<YearlyTable> ALL =
      List.of(
          new PublicationsByCategory(),
          new PublicationsByChannel(),
          new Interpretation(),
          new TicketsByTypeAndSource(),
          new TicketsByMonth(),
          new TicketHandling(),
          new ClosingTimes(),
          new EndsOfTickets(),
          new RequestsByOutcome(),
          new RequestsByChannel(),
          new RequestHandling(),
          new DisputesByOutcome(),
          new Fees(),
          new Declared(),
          new StatutoryCells(),
          new Measures());

  private YearlyTables() {}
}

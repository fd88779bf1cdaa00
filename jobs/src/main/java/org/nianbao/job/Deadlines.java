package org.nianbao.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.nianbao.table.TownYear;
import org.nianbao.yearly.Inputs;
import org.nianbao.yearly.TicketCounts;

/** The days on which a result changes though no export does: open tickets become overdue. */
final class Deadlines {
  static final Stable ALWAYS = new Stable(null, null);

  private Deadlines() {}

  /**
   * The days of judgement that give the same result.
   *
   * @param from the first of them; null: since ever
   * @param until the day after the last; null: for ever
   */
  record Stable(LocalDate from, LocalDate until) {}

  /**
   * For each town-year with time limits of tickets not closed, the days around the day of the run.
   */
  static Map<TownYear, Stable> stable(Inputs inputs) {
    Map<TownYear, Stable> stable = new HashMap<>();
    inputs
        .ticketCounts()
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(max(col(TicketCounts.OVERDUE_SINCE)), min(col(TicketCounts.OVERDUE_NEXT)))
        .collectAsList()
        .forEach(
            (Row row) ->
                stable.put(
                    new TownYear(row.getString(0), row.getInt(1)),
                    new Stable(row.getAs(2), row.getAs(3))));
    return stable;
  }
}

package org.nianbao.job;

import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.nianbao.table.Tickets;
import org.nianbao.table.TownYear;
import org.nianbao.yearly.Inputs;

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

  /** For each town-year with time limits of tickets not closed, the days around the given one. */
  static Map<TownYear, Stable> stable(Inputs inputs, LocalDate asOf) {
    Column overdueFrom = date_add(to_date(Tickets.DUE_AT.col()), 1);
    Map<TownYear, Stable> stable = new HashMap<>();
    inputs
        .current()
        .get(Tickets.ARCHIVE.dataset())
        .filter(Tickets.CLOSED_AT.col().isNull().and(Tickets.DUE_AT.col().isNotNull()))
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(
            max(when(overdueFrom.leq(lit(asOf)), overdueFrom)),
            min(when(overdueFrom.gt(lit(asOf)), overdueFrom)))
        .collectAsList()
        .forEach(
            (Row row) ->
                stable.put(
                    new TownYear(row.getString(0), row.getInt(1)),
                    new Stable(row.getAs(2), row.getAs(3))));
    return stable;
  }
}

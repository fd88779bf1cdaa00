package org.nianbao.yearly;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Tickets.CLOSED_AT;
import static org.nianbao.table.Tickets.DUE_AT;
import static org.nianbao.table.Tickets.RECEIVED_AT;
import static org.nianbao.table.Tickets.REOPENED;
import static org.nianbao.table.Tickets.REPEATED;
import static org.nianbao.table.Tickets.SATISFACTION;
import static org.nianbao.table.Tickets.TICKET_SOURCE;
import static org.nianbao.table.Tickets.TICKET_TYPE;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Tickets;

/**
 * Tickets counted by all that results tell them apart by: one row per town, year, type, source,
 * month of receipt and year of their end. Results add these rows up, so that the archive is looked
 * through once for all of them.
 */
public final class TicketCounts {
  /** Month of receipt, 1 to 12. */
  static final String MONTH = "month";

  /**
   * The year in which the ticket ended; null while it is open. An end that no export dates, as
   * withdrawals often are, counts in the year of receipt; so does a closing before the receipt.
   */
  static final String END_YEAR = "end_year";

  static final String TICKETS = "tickets";

  /** Those settled as of the day of the run. */
  static final String CLOSED = "closed";

  static final String OPEN = "open";
  static final String WITHDRAWN = "withdrawn";

  /** Settled ones whose closing time is known, and whose is not. */
  static final String DATED = "dated";

  static final String UNDATED = "undated";

  /** Settled by 31 December of the year. */
  static final String CLOSED_IN_YEAR = "closed_in_year";

  /** Settled after the time limit. */
  static final String LATE = "late";

  static final String ON_TIME = "on_time";
  static final String ON_TIME_BASE = "on_time_base";
  static final String SATISFIED = "satisfied";
  static final String RATED = "rated";
  static final String REOPENED_SAID = "reopened_said";
  static final String REPEATED_SAID = "repeated_said";

  /** With any closing time, also of those that are not settled. */
  static final String ENDED = "ended";

  static final String CLOSED_BEFORE_RECEIVED = "closed_before_received";

  /** Received and closed at a time of day, and not only on a day. */
  static final String TIMED = "timed";

  static final String CLOSED_AT_ONCE = "closed_at_once";

  /** The last day from which an unfinished ticket was overdue, up to the day of the run. */
  public static final String OVERDUE_SINCE = "overdue_since";

  /** The first day after that from which one will be. */
  public static final String OVERDUE_NEXT = "overdue_next";

  private static final int AT_ONCE_SECONDS = 600;

  private TicketCounts() {}

  /**
   * Counts.
   *
   * @param tickets in their latest states
   * @param asOf the day from which open tickets are judged
   */
  public static Dataset<Row> of(Dataset<Row> tickets, Seeds seeds, LocalDate asOf) {
    Column settled = Settlement.settled(seeds);
    Column open = Settlement.open(seeds);
    Column dated = settled.and(CLOSED_AT.col().isNotNull());
    Column closedIn = year(CLOSED_AT.col());
    Column timed = timed(RECEIVED_AT.col()).and(timed(CLOSED_AT.col()));
    Column seconds = Settlement.seconds(RECEIVED_AT.col(), CLOSED_AT.col());
    Column dayBefore = to_date(CLOSED_AT.col()).lt(to_date(RECEIVED_AT.col()));
    Column overdueFrom = when(CLOSED_AT.col().isNull(), date_add(to_date(DUE_AT.col()), 1));
    return tickets
        .groupBy(
            TOWN_CODE.col(),
            YEAR.col(),
            TICKET_TYPE.col(),
            TICKET_SOURCE.col(),
            month(RECEIVED_AT.col()).as(MONTH),
            when(open.equalTo(false), greatest(closedIn, YEAR.col())).as(END_YEAR))
        .agg(
            count("*").as(TICKETS),
            count_if(settled).as(CLOSED),
            count_if(open).as(OPEN),
            count_if(not(settled.or(open))).as(WITHDRAWN),
            count_if(dated).as(DATED),
            count_if(settled.and(CLOSED_AT.col().isNull())).as(UNDATED),
            count_if(dated.and(closedIn.leq(YEAR.col()))).as(CLOSED_IN_YEAR),
            count_if(settled.and(CLOSED_AT.col().gt(DUE_AT.col()))).as(LATE),
            count_if(Settlement.onTime(seeds)).as(ON_TIME),
            count_if(Settlement.limited(seeds, asOf)).as(ON_TIME_BASE),
            count_if(SATISFACTION.col().isin(satisfied(seeds))).as(SATISFIED),
            count_if(SATISFACTION.col().isin(rated(seeds))).as(RATED),
            count_if(REOPENED.col()).as(REOPENED.name()),
            count(REOPENED.col()).as(REOPENED_SAID),
            count_if(REPEATED.col()).as(REPEATED.name()),
            count(REPEATED.col()).as(REPEATED_SAID),
            count(CLOSED_AT.col()).as(ENDED),
            count_if(dayBefore.or(timed.and(seconds.lt(0)))).as(CLOSED_BEFORE_RECEIVED),
            count_if(timed).as(TIMED),
            count_if(timed.and(seconds.between(0, AT_ONCE_SECONDS))).as(CLOSED_AT_ONCE),
            max(when(overdueFrom.leq(lit(asOf)), overdueFrom)).as(OVERDUE_SINCE),
            min(when(overdueFrom.gt(lit(asOf)), overdueFrom)).as(OVERDUE_NEXT));
  }

  /** The sum of a count, under its name. */
  static Column total(String count) {
    return sum(col(count)).as(count);
  }

  /** An export that gives days only is stored as midnight. */
  private static Column timed(Column time) {
    return time.notEqual(date_trunc("DAY", time));
  }

  private static Object[] satisfied(Seeds seeds) {
    return seeds.allMarked(Tickets.SATISFACTION.vocabulary(), "satisfied").toArray();
  }

  /** Ratings that say either; an answer such as 未评价 is no rating. */
  private static Object[] rated(Seeds seeds) {
    return seeds.rows(Tickets.SATISFACTION.vocabulary()).stream()
        .filter(row -> !row.get("satisfied").isEmpty())
        .map(row -> row.get("code"))
        .toArray();
  }
}

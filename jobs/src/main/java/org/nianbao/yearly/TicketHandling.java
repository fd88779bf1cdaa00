package org.nianbao.yearly;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.yearly.TicketCounts.total;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Table;
import org.nianbao.table.Tickets;

/**
 * How tickets were handled, by type: settled, how fast, in time, to whose satisfaction, taken up
 * again.
 */
public final class TicketHandling implements YearlyTable {
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
  public static final Field REOPENED =
      Field.count("reopened", "重办数", "宗", "Tickets taken up again after they had been closed");
  public static final Field REOPENED_BASE =
      Field.count("reopened_base", "重办基数", "宗", "Tickets of which an export says whether");
  public static final Field REPEATED =
      Field.count("repeated", "重复数", "宗", "Tickets whose matter had come in before");
  public static final Field REPEATED_BASE =
      Field.count("repeated_base", "重复基数", "宗", "Tickets of which an export says whether");

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
              REOPENED,
              REOPENED_BASE,
              REPEATED,
              REPEATED_BASE,
              TICKET_TYPE.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    Dataset<Row> times = archive.handlingTimes().filter(not(col(HandlingTimes.ALL_TYPES)));
    Column known = sum(col(TicketCounts.DATED)).gt(0).or(sum(col(TicketCounts.CLOSED)).equalTo(0));
    return archive
        .ticketCounts()
        .unionByName(times, true)
        .groupBy(TOWN_CODE.col(), YEAR.col(), TICKET_TYPE.col())
        .agg(
            total(TicketCounts.TICKETS),
            total(TicketCounts.CLOSED),
            // Where nothing settled has a date, how much was settled in the year is not known.
            when(known, sum(col(TicketCounts.CLOSED_IN_YEAR))).as(CLOSED_BY_YEAR_END.name()),
            total(TicketCounts.ON_TIME),
            total(TicketCounts.ON_TIME_BASE),
            total(TicketCounts.SATISFIED),
            total(TicketCounts.RATED),
            total(TicketCounts.UNDATED),
            max(col(HandlingTimes.MEDIAN)).as(MEDIAN_DAYS.name()),
            max(col(HandlingTimes.P90)).as(P90_DAYS.name()),
            saidOf(Tickets.REOPENED.name(), TicketCounts.REOPENED_SAID).as(REOPENED.name()),
            sum(col(TicketCounts.REOPENED_SAID)).as(REOPENED_BASE.name()),
            saidOf(Tickets.REPEATED.name(), TicketCounts.REPEATED_SAID).as(REPEATED.name()),
            sum(col(TicketCounts.REPEATED_SAID)).as(REPEATED_BASE.name()))
        .withColumn(ON_TIME_RATE.name(), try_divide(ON_TIME.col(), ON_TIME_BASE.col()));
  }

  @Override
  public List<Breakdown> splits(Seeds seeds) {
    return List.of(
        new Breakdown(Measures.TICKETS, TABLE, TICKET_TYPE, TICKETS),
        new Breakdown(Measures.TICKETS_CLOSED, TABLE, TICKET_TYPE, CLOSED));
  }

  /** How many are flagged; nothing where no export has the column. */
  private static Column saidOf(String flagged, String said) {
    return when(sum(col(said)).gt(0), sum(col(flagged)));
  }
}

package org.nianbao.trend;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.TicketEnds;
import org.nianbao.table.Tickets;

/**
 * The tickets that were open when a year began and when it ended, and the bridge between: opening +
 * received = closed + withdrawn + closing. A year's tickets are known for good only when later
 * exports have brought their ends, so these are figures as of the run.
 */
public final class TicketBacklog {
  public static final Field SINCE =
      Field.integer(
          "since", "起算年度", "First year of the unbroken coverage: older tickets are not known");
  public static final Field OPENING =
      Field.count(
          "opening",
          "年初未办结",
          "宗",
          "Received since then, open on 1 January; empty in the first year");
  public static final Field RECEIVED = Field.count("received", "本年受理", "宗", "Received in the year");
  public static final Field CLOSED =
      Field.count("closed", "本年办结", "宗", "Settled in the year, whenever received");
  public static final Field WITHDRAWN =
      Field.count("withdrawn", "本年撤单", "宗", "Taken back in the year, whenever received");
  public static final Field CLOSING =
      Field.count("closing", "年末未办结", "宗", "Of those known, open at the end of 31 December");
  public static final Field CLOSED_LATE =
      Field.count("closed_late", "本年逾期办结", "宗", "Of those settled, after their time limit");

  public static final Table TABLE =
      new Table(
          "ticket_backlog",
          "12345工单结转情况",
          "One row per town and year whose tickets are known",
          List.of(TOWN_CODE, YEAR),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              SINCE,
              OPENING,
              RECEIVED,
              CLOSED,
              WITHDRAWN,
              CLOSING,
              CLOSED_LATE,
              Coverage.STATUS));

  private static final String UNBROKEN = "unbroken";

  private TicketBacklog() {}

  /**
   * Adds up.
   *
   * @param ends rows of {@link TicketEnds}
   * @param coverage rows of {@link Coverage}
   * @return the columns of the contract; the town's name is left out
   */
  public static Dataset<Row> of(Dataset<Row> ends, Dataset<Row> coverage) {
    Dataset<Row> known = known(coverage).as("known");
    Dataset<Row> ticket = ends.as("ticket");
    Column year = col("known." + YEAR.name());
    Column received = col("ticket." + YEAR.name());
    Column sameTown = col("known." + TOWN_CODE.name()).equalTo(col("ticket." + TOWN_CODE.name()));
    Column tickets = TicketEnds.CLOSED.col().plus(WITHDRAWN.col()).plus(TicketEnds.OPEN.col());
    Column end = coalesce(TicketEnds.END_YEAR.col(), lit(Integer.MAX_VALUE));
    Column now = end.equalTo(year);
    Column opening = total(tickets, received.lt(year).and(end.geq(year)));
    return broadcast(known)
        .join(ticket, sameTown.and(received.between(SINCE.col(), year)), "left")
        .groupBy(col("known." + TOWN_CODE.name()), year, SINCE.col(), Coverage.STATUS.col())
        .agg(
            when(max(SINCE.col()).lt(max(year)), opening).as(OPENING.name()),
            total(tickets, received.equalTo(year)).as(RECEIVED.name()),
            total(TicketEnds.CLOSED.col(), now).as(CLOSED.name()),
            total(TicketEnds.WITHDRAWN.col(), now).as(WITHDRAWN.name()),
            total(tickets, end.gt(year)).as(CLOSING.name()),
            total(TicketEnds.LATE.col(), now).as(CLOSED_LATE.name()));
  }

  /** The years whose tickets are known, each with the first of those before it without a gap. */
  private static Dataset<Row> known(Dataset<Row> coverage) {
    WindowSpec years = Window.partitionBy(TOWN_CODE.col()).orderBy(YEAR.col());
    WindowSpec unbroken = Window.partitionBy(TOWN_CODE.col(), col(UNBROKEN));
    return coverage
        .filter(Shared.DATASET.col().equalTo(Tickets.ARCHIVE.dataset()))
        .filter(Coverage.STATUS.col().notEqual(Coverage.MISSING))
        .select(TOWN_CODE.col(), YEAR.col(), Coverage.STATUS.col())
        .withColumn(UNBROKEN, YEAR.col().minus(row_number().over(years)))
        .withColumn(SINCE.name(), min(YEAR.col()).over(unbroken));
  }

  private static Column total(Column tickets, Column where) {
    return coalesce(sum(when(where, tickets)), lit(0));
  }
}

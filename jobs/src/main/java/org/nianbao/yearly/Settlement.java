package org.nianbao.yearly;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Tickets;

/** When a ticket is settled, how long that took and whether it was in time, as columns. */
final class Settlement {
  private static final double SECONDS_OF_A_DAY = 86_400;

  private Settlement() {}

  /** The status decides; where the export has none that we know, a closing time does. */
  static Column settled(Seeds seeds) {
    Object[] closed = seeds.allMarked(Tickets.STATUS.vocabulary(), "closed").toArray();
    Column unknown =
        Tickets.STATUS.col().isNull().or(Tickets.STATUS.col().equalTo(ArchiveTable.UNMAPPED));
    return when(unknown, Tickets.CLOSED_AT.col().isNotNull())
        .otherwise(Tickets.STATUS.col().isin(closed));
  }

  /** Days from receipt to closing; null while not settled, undated, or closed before receipt. */
  static Column days(Seeds seeds) {
    Column seconds = seconds(Tickets.RECEIVED_AT.col(), Tickets.CLOSED_AT.col());
    return when(settled(seeds).and(seconds.geq(0)), seconds.divide(SECONDS_OF_A_DAY));
  }

  /**
   * Seconds between two civil times. Of times without a zone Spark takes the seconds as they are
   * stored; its functions for differences would make dates of them first.
   */
  static Column seconds(Column from, Column to) {
    return unix_timestamp(to).minus(unix_timestamp(from));
  }

  static Column onTime(Seeds seeds) {
    return settled(seeds).and(Tickets.CLOSED_AT.col().leq(Tickets.DUE_AT.col()));
  }

  /** Tickets that were, or should by now have been, closed within a time limit. */
  static Column limited(Seeds seeds, LocalDate asOf) {
    Column judged = settled(seeds).and(Tickets.CLOSED_AT.col().isNotNull());
    return Tickets.DUE_AT.col().isNotNull().and(judged.or(overdue(seeds, asOf)));
  }

  /** Open though the day of the time limit has passed; a ticket taken back is not open. */
  private static Column overdue(Seeds seeds, LocalDate asOf) {
    return open(seeds).and(to_date(Tickets.DUE_AT.col()).lt(lit(asOf)));
  }

  static Column open(Seeds seeds) {
    Object[] ended = seeds.allMarked(Tickets.STATUS.vocabulary(), "withdrawn").toArray();
    Column withdrawn = Tickets.STATUS.col().isNotNull().and(Tickets.STATUS.col().isin(ended));
    return settled(seeds).or(withdrawn).equalTo(false);
  }
}

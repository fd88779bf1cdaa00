package org.nianbao.yearly;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.table.Shared;
import org.nianbao.table.Tickets;

/**
 * What yearly tables are computed from: the rows of the archive that count, one per ticket,
 * publication, request, dispute or declared figure in its latest state.
 *
 * @param current these rows by dataset; of datasets that carry over, also those of earlier years
 * @param ticketCounts the tickets among them as {@link TicketCounts} gives them
 * @param handlingTimes and as {@link HandlingTimes} does
 * @param coverage rows of {@link Coverage} for the town-years to compute
 * @param seeds the reference lists
 * @param asOf the day from which open tickets are judged
 * @param tables gives the tables that others rest on
 */
public record Inputs(
    Map<String, Dataset<Row>> current,
    Dataset<Row> ticketCounts,
    Dataset<Row> handlingTimes,
    Dataset<Row> coverage,
    Seeds seeds,
    LocalDate asOf,
    Tables tables) {

  public Inputs {
    current = Map.copyOf(current);
  }

  /** Inputs from which each table computes what it rests on anew. */
  public Inputs(
      Map<String, Dataset<Row>> current, Dataset<Row> coverage, Seeds seeds, LocalDate asOf) {
    this(
        current,
        TicketCounts.of(current.get(Tickets.ARCHIVE.dataset()), seeds, asOf),
        HandlingTimes.of(current.get(Tickets.ARCHIVE.dataset()), seeds),
        coverage,
        seeds,
        asOf,
        YearlyTable::compute);
  }

  /** Where the rows of a yearly table come from: it may have been computed before. */
  @FunctionalInterface
  public interface Tables {
    Dataset<Row> of(YearlyTable table, Inputs inputs);
  }

  /** Rows of a table for the same town-years; others may rest on it. */
  public Dataset<Row> table(YearlyTable table) {
    return tables.of(table, this);
  }

  Dataset<Row> rows(ArchiveTable table) {
    return current.get(table.dataset());
  }

  /** The town-years of which a dataset is known, wholly or in part. */
  Dataset<Row> covered(ArchiveTable table) {
    Column known = Coverage.STATUS.col().notEqual(Coverage.MISSING);
    return coverage
        .filter(Shared.DATASET.col().equalTo(table.dataset()).and(known))
        .select(Shared.TOWN_CODE.col(), Shared.YEAR.col());
  }
}

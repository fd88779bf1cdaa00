package org.nianbao.job;

import static org.nianbao.table.Shared.TOWN_CODE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Tickets;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.HandlingTimes;
import org.nianbao.yearly.Inputs;
import org.nianbao.yearly.TicketCounts;

/** The rows of the archive on which the results of some town-years rest, read once for all. */
final class Gathered implements AutoCloseable {
  private final SparkSession spark;
  private final ArchiveRows archive;
  private final Set<TownYear> townYears;
  private final boolean linked;
  private final Map<String, Marked> marked = new HashMap<>();
  private final ComputedOnce tables;
  private final List<Dataset<Row>> kept = new ArrayList<>();

  Gathered(
      SparkSession spark,
      ArchiveRows archive,
      List<ExportLog.Entry> exports,
      Map<TownYear, Set<TownYear>> links,
      Set<TownYear> townYears) {
    this.spark = spark;
    this.archive = archive;
    this.townYears = townYears;
    this.tables = new ComputedOnce(townYears.size() <= Warehouse.FEW);
    Set<TownYear> read = new TreeSet<>(townYears);
    townYears.forEach(townYear -> read.addAll(links.getOrDefault(townYear, Set.of())));
    this.linked = !read.equals(townYears);
    for (ArchiveTable table : Archive.TABLES) {
      marked.put(table.dataset(), archive.marked(table, exports, read));
    }
  }

  /** All rows of the town-years themselves, copies among them. */
  Dataset<Row> all(ArchiveTable table) {
    return within(table, marked.get(table.dataset()).all());
  }

  /** Those that are copies. */
  Dataset<Row> copies(ArchiveTable table) {
    return within(table, marked.get(table.dataset()).copies());
  }

  private Dataset<Row> within(ArchiveTable table, Dataset<Row> rows) {
    return linked || table.carriesOver() ? archive.within(rows, townYears, false) : rows;
  }

  /** What the yearly tables of the town-years are computed from. */
  Inputs inputs(Coverages coverage, Seeds seeds, LocalDate asOf) {
    Map<String, Dataset<Row>> current = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      Dataset<Row> rows = marked.get(table.dataset()).current();
      current.put(table.dataset(), table.carriesOver() ? rows : within(table, rows));
    }
    List<Row> covered =
        coverage.rows(seeds.labels(TOWN_CODE.vocabulary()), Map.of()).stream()
            .filter(row -> townYears.contains(new TownYear(row.getString(0), row.getInt(2))))
            .toList();
    Dataset<Row> tickets = current.get(Tickets.ARCHIVE.dataset());
    return new Inputs(
        current,
        kept(TicketCounts.of(tickets, seeds, asOf)),
        kept(HandlingTimes.of(tickets, seeds)),
        spark.createDataFrame(covered, Coverage.TABLE.schema()).coalesce(1),
        seeds,
        asOf,
        tables);
  }

  /** Computed when the first result asks for it. */
  private Dataset<Row> kept(Dataset<Row> rows) {
    kept.add(rows.persist());
    return rows;
  }

  @Override
  public void close() {
    tables.close();
    kept.forEach(Dataset::unpersist);
    marked.values().forEach(Marked::close);
  }
}

package org.nianbao.job;

import static org.nianbao.table.Shared.TOWN_CODE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.intake.States;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.table.ExportLog;
import org.nianbao.table.TownYear;
import org.nianbao.yearly.Inputs;

/** The rows of the archive on which the results of some town-years rest, read once for all. */
final class Gathered implements AutoCloseable {
  private final SparkSession spark;
  private final ArchiveRows archive;
  private final Set<TownYear> townYears;
  private final Map<String, Dataset<Row>> marked = new HashMap<>();

  Gathered(
      SparkSession spark,
      ArchiveRows archive,
      List<ExportLog.Entry> exports,
      Map<TownYear, Set<TownYear>> links,
      Set<TownYear> townYears) {
    this.spark = spark;
    this.archive = archive;
    this.townYears = townYears;
    Set<TownYear> read = new TreeSet<>(townYears);
    townYears.forEach(townYear -> read.addAll(links.getOrDefault(townYear, Set.of())));
    for (ArchiveTable table : Archive.TABLES) {
      boolean any = exports.stream().anyMatch(export -> export.dataset().equals(table.dataset()));
      Dataset<Row> rows = archive.marked(table, exports, read);
      marked.put(table.dataset(), any ? rows.persist() : rows);
    }
  }

  /** The rows of the town-years themselves, marked as copies and as current states. */
  Dataset<Row> marked(ArchiveTable table) {
    return archive.within(marked.get(table.dataset()), townYears, false);
  }

  /** What the yearly tables of the town-years are computed from. */
  Inputs inputs(Coverages coverage, Seeds seeds, LocalDate asOf) {
    Map<String, Dataset<Row>> current = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      Dataset<Row> rows = States.current(marked.get(table.dataset()));
      current.put(
          table.dataset(), table.carriesOver() ? rows : archive.within(rows, townYears, false));
    }
    List<Row> covered =
        coverage.rows(seeds.labels(TOWN_CODE.vocabulary()), Map.of()).stream()
            .filter(row -> townYears.contains(new TownYear(row.getString(0), row.getInt(2))))
            .toList();
    return new Inputs(
        current, spark.createDataFrame(covered, Coverage.TABLE.schema()), seeds, asOf);
  }

  @Override
  public void close() {
    marked.values().forEach(Dataset::unpersist);
  }
}

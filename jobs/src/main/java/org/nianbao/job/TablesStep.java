package org.nianbao.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.intake.States;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Shared;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.Inputs;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** From the archive to the yearly tables and trends, for the town-years that changed. */
public final class TablesStep {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Ledgers ledgers;
  private final ArchiveRows archive;
  private final Seeds seeds;
  private final LocalDate asOf;
  private final Integer baseYear;
  private final TrendsStep trends;
  private final Progress progress;

  /**
   * A step of a run.
   *
   * @param baseYear the year whose towns are compared; null: the last one covered
   */
  public TablesStep(
      SparkSession spark,
      Warehouse warehouse,
      Ledgers ledgers,
      Seeds seeds,
      LocalDate asOf,
      Integer baseYear,
      Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.ledgers = ledgers;
    this.archive = new ArchiveRows(spark, warehouse);
    this.seeds = seeds;
    this.asOf = asOf;
    this.baseYear = baseYear;
    this.trends = new TrendsStep(spark, warehouse, seeds);
    this.progress = progress;
  }

  /**
   * The town-years that a run would compute, if more exports were logged.
   *
   * @param added entries that the log does not have yet
   * @param addedLinks the links that they bring about
   */
  public SortedSet<TownYear> plan(
      List<ExportLog.Entry> added, Map<TownYear, Set<TownYear>> addedLinks) {
    List<ExportLog.Entry> exports = ledgers.exports(added);
    return Changes.of(
            exports,
            ledgers.links(addedLinks),
            new Coverages(exports, asOf),
            ledgers.computed(),
            seeds,
            asOf)
        .stale();
  }

  /** Brings every result up to date; says which town-years that took. */
  public SortedSet<TownYear> run() {
    List<ExportLog.Entry> exports = ledgers.exports();
    Coverages coverage = new Coverages(exports, asOf);
    Map<TownYear, Computed.Entry> computed = ledgers.computed();
    Map<TownYear, Set<TownYear>> links = ledgers.links();
    Changes changes = Changes.of(exports, links, coverage, computed, seeds, asOf);
    List<Computed.Entry> fresh = List.of();
    if (!changes.none()) {
      fresh = compute(changes, exports, links, coverage);
    }
    changes.replaced().forEach(computed::remove);
    fresh.forEach(entry -> computed.put(entry.townYear(), entry));
    List<Row> covered = coverage.rows(seeds.labels(TOWN_CODE.vocabulary()), computed);
    if (!changes.none() || !trends.has(covered)) {
      progress.step(
          "年度变化",
          () -> {
            trends.write(covered, baseYear);
            return null;
          });
    }
    if (!changes.none()) {
      ledgers.computed(changes.replaced(), fresh);
    }
    return changes.stale();
  }

  private List<Computed.Entry> compute(
      Changes changes,
      List<ExportLog.Entry> exports,
      Map<TownYear, Set<TownYear>> links,
      Coverages coverage) {
    try (Gathered gathered = new Gathered(spark, archive, exports, links, changes.stale())) {
      Inputs inputs = gathered.inputs(coverage, seeds, asOf);
      List<Computed.Entry> entries =
          progress.step("行数核算", () -> entries(changes, gathered, inputs));
      progress.step("年度统计表", () -> write(changes.replaced(), inputs));
      return entries;
    }
  }

  private List<Computed.Entry> entries(Changes changes, Gathered gathered, Inputs inputs) {
    Map<ArchiveTable, List<Row>> counted = new ConcurrentHashMap<>();
    SideBySide.run(
        Archive.TABLES.stream()
            .<Runnable>map(
                table ->
                    () -> counted.put(table, count(gathered.all(table), gathered.copies(table))))
            .toList());
    Map<TownYear, List<Computed.Account>> accounts = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      for (Row row : counted.get(table)) {
        accounts
            .computeIfAbsent(
                new TownYear(row.getString(0), row.getInt(1)), key -> new ArrayList<>())
            .add(
                new Computed.Account(
                    row.getString(2),
                    row.getString(3),
                    table.dataset(),
                    row.getLong(4),
                    row.getLong(5)));
      }
    }
    Map<TownYear, Deadlines.Stable> stable = Deadlines.stable(inputs);
    return changes.stale().stream()
        .map(
            townYear -> {
              Deadlines.Stable days = stable.getOrDefault(townYear, Deadlines.ALWAYS);
              return new Computed.Entry(
                  townYear,
                  changes.inputs().get(townYear),
                  days.from(),
                  days.until(),
                  accounts.getOrDefault(townYear, List.of()));
            })
        .toList();
  }

  /** Copies are few, and counted apart: all rows are counted without looking at what they say. */
  private static List<Row> count(Dataset<Row> all, Dataset<Row> copies) {
    Column copy = col(States.COPY);
    return account(all, false)
        .union(account(copies, true))
        .groupBy(TOWN_CODE.col(), YEAR.col(), Shared.SOURCE_FILE.col(), ExportLog.SHA256.col())
        .agg(
            count_if(not(copy)).minus(count_if(copy)).as(IngestLog.ACCEPTED.name()),
            count_if(copy).as(IngestLog.DUPLICATES.name()))
        .orderBy(Shared.SOURCE_FILE.col(), ExportLog.SHA256.col())
        .collectAsList();
  }

  private static Dataset<Row> account(Dataset<Row> rows, boolean copies) {
    return rows.select(
        TOWN_CODE.col(),
        YEAR.col(),
        Shared.SOURCE_FILE.col(),
        ExportLog.SHA256.col(),
        lit(copies).as(States.COPY));
  }

  private Void write(List<TownYear> replaced, Inputs inputs) {
    List<Runnable> writes = new ArrayList<>();
    for (YearlyTable table : YearlyTables.ALL) {
      writes.add(
          () ->
              warehouse.replace(
                  table.contract(),
                  replaced,
                  table.contract().labelled(inputs.table(table), seeds::labels)));
    }
    SideBySide.run(writes);
    return null;
  }
}

package org.nianbao.job;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.revision.Comparison;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Revisions;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.Inputs;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/**
 * Computes a delivered year anew from the archive and holds it against what went out, and against
 * what the warehouse holds now. Nothing is written.
 */
public final class BacktestStep {
  private final SparkSession spark;
  private final ArchiveRows archive;
  private final EarlierTables tables;
  private final Ledgers ledgers;
  private final Seeds seeds;
  private final Progress progress;

  public BacktestStep(
      SparkSession spark, Warehouse warehouse, Ledgers ledgers, Seeds seeds, Progress progress) {
    this.spark = spark;
    this.archive = new ArchiveRows(spark, warehouse);
    this.tables = new EarlierTables(warehouse, seeds);
    this.ledgers = ledgers;
    this.seeds = seeds;
    this.progress = progress;
  }

  /**
   * The figures that differ: before as kept, after as computed anew.
   *
   * @param delivery what went out
   * @param present the results as they stand; may be the same
   */
  public List<Revisions.Entry> differences(
      Set<TownYear> townYears, Deliveries.Entry delivery, Deliveries.Entry present) {
    return progress.step("回测", () -> compare(townYears, delivery, present));
  }

  /** Whether nothing that figures rest on has changed, and yet they have. */
  public static boolean isUnexplained(Revisions.Entry difference) {
    return difference.cause().equals(Causes.NONE);
  }

  private List<Revisions.Entry> compare(
      Set<TownYear> townYears, Deliveries.Entry delivery, Deliveries.Entry present) {
    LocalDate asOf = delivery.asOf();
    List<ExportLog.Entry> exports = ledgers.exports();
    Map<TownYear, Set<TownYear>> links = ledgers.links();
    Coverages coverage = new Coverages(exports, asOf);
    Map<TownYear, String> fingerprints =
        Changes.of(exports, links, coverage, Map.of(), seeds, asOf).inputs();
    Footing anew = Footing.of(exports, Changes.rules(seeds), asOf, fingerprints);
    Set<Revisions.Entry> found = new LinkedHashSet<>();
    try (Gathered gathered = new Gathered(spark, archive, exports, links, townYears)) {
      Inputs inputs = gathered.inputs(coverage, seeds, asOf);
      BiFunction<Deliveries.Entry, Set<TownYear>, List<Revisions.Entry>> against =
          (kept, some) -> tables.differences(states(kept, some, inputs));
      Causes causes = new Causes(Footing.of(delivery, ledgers), anew, links);
      against.apply(delivery, townYears).stream()
          .map(entry -> entry.because(causes.of(entry.townYear())))
          .forEach(found::add);
      Set<TownYear> current = current(townYears, Footing.of(present, ledgers), anew);
      if (!present.versions().equals(delivery.versions()) && !current.isEmpty()) {
        against.apply(present, current).stream()
            .map(entry -> entry.because(Causes.NONE))
            .forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** Those of which the warehouse says that its results are up to date: these must be the same. */
  private static Set<TownYear> current(Set<TownYear> townYears, Footing present, Footing anew) {
    Set<TownYear> current = new TreeSet<>(townYears);
    current.removeIf(townYear -> !present.holds(townYear, anew));
    return current;
  }

  private List<Comparison.States> states(
      Deliveries.Entry kept, Set<TownYear> townYears, Inputs inputs) {
    return YearlyTables.ALL.stream().map(table -> states(table, kept, townYears, inputs)).toList();
  }

  private Comparison.States states(
      YearlyTable yearly, Deliveries.Entry kept, Set<TownYear> townYears, Inputs inputs) {
    Table table = yearly.contract();
    Dataset<Row> anew = inputs.table(yearly).filter(TownYear.anyOf(townYears));
    return new Comparison.States(table, tables.at(kept, table, townYears), anew);
  }
}

package org.nianbao.job;

import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN_CODE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.check.Check;
import org.nianbao.check.CheckList;
import org.nianbao.check.Evidence;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Checks;
import org.nianbao.table.ContentSamples;
import org.nianbao.table.Coverage;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** From exports and results to what must be looked at. */
public final class ChecksStep {
  /** Changes when the same exports, results and seeds would give other findings than before. */
  private static final String VERSION = "2";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Ledgers ledgers;
  private final Seeds seeds;
  private final LocalDate asOf;
  private final Progress progress;

  public ChecksStep(
      SparkSession spark,
      Warehouse warehouse,
      Ledgers ledgers,
      Seeds seeds,
      LocalDate asOf,
      Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.ledgers = ledgers;
    this.seeds = seeds;
    this.asOf = asOf;
    this.progress = progress;
  }

  /** Brings the findings up to date with the results; these must be up to date themselves. */
  public void run() {
    List<ExportLog.Entry> exports = ledgers.exports();
    String inputs = inputs(exports);
    if (!inputs.equals(stored())) {
      progress.step("核对", () -> check(exports, inputs));
    }
  }

  /** A fingerprint of all that the findings rest on. */
  private String inputs(List<ExportLog.Entry> exports) {
    StringBuilder inputs = new StringBuilder(VERSION);
    inputs.append(seeds.digest(List.copyOf(seeds.names())));
    exports.forEach(export -> inputs.append('\n').append(Changes.source(export)));
    ledgers.computed().values().forEach(entry -> inputs.append('\n').append(entry));
    inputs.append(
        new Coverages(exports, asOf)
            .rows(seeds.labels(TOWN_CODE.vocabulary()), ledgers.computed()));
    return Changes.digest(inputs.toString());
  }

  /** The fingerprint beside the findings there are; empty where there are none. */
  private String stored() {
    return warehouse.ledger(Checks.STORED).stream()
        .map(row -> row.<String>getAs(Checks.INPUTS.name()))
        .findFirst()
        .orElse("");
  }

  private Void check(List<ExportLog.Entry> exports, String inputs) {
    boolean few = ledgers.computed().size() <= Warehouse.FEW;
    SparkSession own = few ? Interpreted.like(spark) : spark;
    Dataset<Row> found = CheckList.rated(found(evidence(exports, own), few), seeds);
    warehouse.overwrite(
        Checks.STORED,
        Checks.TABLE.labelled(found, seeds::labels).withColumn(Checks.INPUTS.name(), lit(inputs)),
        ledgers.computed().size());
    return null;
  }

  private static List<Dataset<Row>> found(Evidence evidence, boolean few) {
    Map<Check, Dataset<Row>> found = new ConcurrentHashMap<>();
    SideBySide.run(
        CheckList.ALL.stream()
            .<Runnable>map(
                check ->
                    () -> {
                      Dataset<Row> findings = check.find(evidence);
                      found.put(check, few ? Interpreted.held(findings) : findings);
                    })
            .toList());
    return CheckList.ALL.stream().map(found::get).toList();
  }

  /**
   * All that checks look at.
   *
   * @param own the session of what is small: results, rejects and findings
   */
  private Evidence evidence(List<ExportLog.Entry> exports, SparkSession own) {
    Warehouse results = warehouse.in(own);
    ArchiveRows rows = new ArchiveRows(spark, warehouse);
    Map<String, Dataset<Row>> archive = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      archive.put(table.dataset(), rows.counting(table, exports));
    }
    Map<Table, Dataset<Row>> tables = new HashMap<>();
    List<Breakdown> splits = new ArrayList<>();
    List<Breakdown> mirrors = new ArrayList<>();
    for (YearlyTable table : YearlyTables.ALL) {
      tables.put(table.contract(), results.result(table.contract()));
      splits.addAll(table.splits(seeds));
      mirrors.addAll(table.mirrors(seeds));
    }
    for (Table table : List.of(Trends.TABLE, Coverage.TABLE)) {
      tables.put(table, results.result(table));
    }
    return new Evidence(
        own,
        seeds,
        exports,
        archive,
        results.result(Rejects.LOG),
        tables,
        splits,
        mirrors,
        samples());
  }

  private Evidence.Samples samples() {
    return new Evidence.Samples() {
      @Override
      public Map<ContentSamples.Key, ContentSamples.Entry> taken() {
        return ledgers.samples();
      }

      @Override
      public void keep(List<ContentSamples.Entry> entries) {
        ledgers.keep(entries);
      }
    };
  }
}

package org.nianbao.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.nianbao.edition.word.Template;
import org.nianbao.intake.Corrections;
import org.nianbao.job.BacktestStep;
import org.nianbao.job.ChecksStep;
import org.nianbao.job.DeliveryStep;
import org.nianbao.job.DocumentsStep;
import org.nianbao.job.IntakeStep;
import org.nianbao.job.MaintainStep;
import org.nianbao.job.Progress;
import org.nianbao.job.Results;
import org.nianbao.job.RevisionsStep;
import org.nianbao.job.TablesStep;
import org.nianbao.job.VerifyStep;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Shared;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Maintenance;
import org.nianbao.warehouse.Warehouse;

/** All that a command works with: the steps of the job, set up from the options. */
record Desk(
    Options options,
    SparkSession spark,
    Seeds seeds,
    Corrections corrections,
    SourceMappings mappings,
    Template template,
    LocalDate asOf,
    Results.Scope scope,
    Warehouse warehouse,
    Ledgers ledgers,
    Progress progress) {

  /**
   * Works in a session as the only one that writes at some places; where another process does, that
   * is said and nothing is written.
   */
  static int writing(
      Options options, Clock clock, Set<Leases.Place> places, ToIntFunction<Desk> work) {
    return with(
        options,
        clock,
        desk -> {
          Leases held = Leases.take(desk, clock, places, System.err);
          try {
            return work.applyAsInt(desk);
          } finally {
            held.close();
          }
        });
  }

  /**
   * Works in a session. Options are checked before the session starts, but for towns that only the
   * warehouse knows.
   */
  static int with(Options options, Clock clock, ToIntFunction<Desk> work) {
    Seeds seeds = options.readSeeds();
    Corrections corrections = options.readCorrections();
    SourceMappings mappings = options.readSources(seeds);
    Template template = options.readTemplate();
    LocalDate asOf = options.asOf == null ? LocalDate.now(clock) : options.asOf;
    return Session.with(
        options.debug,
        spark -> {
          // The launcher knows; Java cannot tell before version 22.
          PrintStream terminal = Boolean.getBoolean("nianbao.terminal") ? System.err : null;
          Warehouse warehouse = new Warehouse(spark, options.warehouse);
          return work.applyAsInt(
              new Desk(
                  options,
                  spark,
                  seeds,
                  corrections,
                  mappings,
                  template,
                  asOf,
                  options.scope(seeds, () -> towns(warehouse)),
                  warehouse,
                  new Ledgers(warehouse),
                  new Progress(terminal, clock, spark)));
        });
  }

  private static Set<String> towns(Warehouse warehouse) {
    return Set.copyOf(
        warehouse
            .read(Coverage.TABLE)
            .select(Shared.TOWN_CODE.col())
            .distinct()
            .as(Encoders.STRING())
            .collectAsList());
  }

  IntakeStep intake() {
    return new IntakeStep(spark, warehouse, ledgers, seeds, corrections, mappings, asOf, progress);
  }

  TablesStep tables() {
    return new TablesStep(spark, warehouse, ledgers, seeds, asOf, options.baseYear, progress);
  }

  ChecksStep checks() {
    return new ChecksStep(spark, warehouse, ledgers, seeds, asOf, progress);
  }

  DeliveryStep delivery() {
    return new DeliveryStep(warehouse, ledgers, seeds, scope, asOf, progress);
  }

  DocumentsStep documents() {
    return new DocumentsStep(
        released(), scope, seeds, options.strictRounding, template, Version.number(), progress);
  }

  RevisionsStep revisions() {
    return new RevisionsStep(warehouse, ledgers, seeds, scope, progress);
  }

  BacktestStep backtest() {
    return new BacktestStep(spark, warehouse, ledgers, seeds, progress);
  }

  MaintainStep maintenance() {
    return new MaintainStep(new Maintenance(spark, options.warehouse), ledgers, progress);
  }

  VerifyStep verify() {
    return new VerifyStep(spark, warehouse, ledgers, progress);
  }

  /** What goes out. */
  Results released() {
    return results().released(options.suppress);
  }

  /** What the house itself knows. */
  Results results() {
    return new Results(spark, warehouse, ledgers, seeds, scope);
  }

  /**
   * Says so where there is nothing to deliver or to show.
   *
   * @throws UsageException if the warehouse is empty or has none of the chosen towns and years
   */
  void demandTownYears() {
    if (ledgers.exports().isEmpty()) {
      throw new UsageException(
          "Cannot find anything in the warehouse %s: nothing was read into it yet; run 'nianbao run' first, or check --warehouse"
              .formatted(options.warehouse));
    }
    boolean all = scope.towns().isEmpty() && scope.years().isEmpty();
    if (!all && results().rows(Coverage.TABLE).findAny().isEmpty()) {
      throw new UsageException(
          "Cannot deliver these towns and years: the warehouse %s has none of them, but %s; check --years and --town"
              .formatted(options.warehouse, townYears()));
    }
  }

  /** What the warehouse has, by town. */
  private String townYears() {
    Results all =
        new Results(spark, warehouse, ledgers, seeds, new Results.Scope(Set.of(), new TreeSet<>()));
    Map<String, SortedSet<Integer>> years = new TreeMap<>();
    all.rows(Coverage.TABLE)
        .forEach(
            row ->
                years
                    .computeIfAbsent(row.getAs(Shared.TOWN.name()), town -> new TreeSet<>())
                    .add(row.getAs(Shared.YEAR.name())));
    return years.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue().first() + ".." + one.getValue().last())
        .collect(Collectors.joining(", "));
  }
}

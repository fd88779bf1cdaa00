package org.nianbao.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Computed;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** Keeps note of what went out, so that it can be read again after it has been revised. */
public final class DeliveryStep {
  private final Warehouse warehouse;
  private final Ledgers ledgers;
  private final Seeds seeds;
  private final Results.Scope scope;
  private final LocalDate asOf;
  private final Progress progress;

  public DeliveryStep(
      Warehouse warehouse,
      Ledgers ledgers,
      Seeds seeds,
      Results.Scope scope,
      LocalDate asOf,
      Progress progress) {
    this.warehouse = warehouse;
    this.ledgers = ledgers;
    this.seeds = seeds;
    this.scope = scope;
    this.asOf = asOf;
    this.progress = progress;
  }

  /** Notes a delivery of the results as they stand, unless all of it went out before. */
  public void note() {
    progress.step("登记交付", this::noteNow);
  }

  private Void noteNow() {
    List<Deliveries.Entry> deliveries = ledgers.deliveries();
    Deliveries.Entry now = now();
    if (!now.townYears().isEmpty() && deliveries.stream().noneMatch(now::repeats)) {
      long last = deliveries.isEmpty() ? 0 : deliveries.get(deliveries.size() - 1).number();
      ledgers.deliver(now.numbered(last + 1));
    }
    return null;
  }

  /**
   * Every delivery in its order; behind them the results as they stand, if they are no longer those
   * that went out last. Empty where nothing ever went out.
   */
  public List<Deliveries.Entry> all() {
    List<Deliveries.Entry> all = new ArrayList<>(ledgers.deliveries());
    Deliveries.Entry now = now();
    if (!all.isEmpty() && !now.versions().equals(all.get(all.size() - 1).versions())) {
      all.add(now);
    }
    return all;
  }

  private Deliveries.Entry now() {
    Map<String, Long> versions = new TreeMap<>();
    List<Table> tables = new ArrayList<>(List.of(Computed.TABLE));
    YearlyTables.ALL.stream().map(YearlyTable::contract).forEach(tables::add);
    for (Table table : tables) {
      warehouse.version(table).ifPresent(version -> versions.put(table.name(), version));
    }
    Set<TownYear> townYears = new TreeSet<>(ledgers.computed().keySet());
    townYears.removeIf(townYear -> !scope.takes(townYear));
    long run = ledgers.log().stream().mapToLong(ExportLog.Entry::run).max().orElse(0);
    return new Deliveries.Entry(0, asOf, run, Changes.rules(seeds), townYears, versions);
  }
}

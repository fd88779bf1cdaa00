package org.nianbao.job;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.nianbao.revision.Comparison;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Deliveries;
import org.nianbao.table.Revisions;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** What changed in years that had been delivered, from one delivery to another, and why. */
public final class RevisionsStep {
  private final EarlierTables tables;
  private final Ledgers ledgers;
  private final Results.Scope scope;
  private final Progress progress;

  public RevisionsStep(
      Warehouse warehouse, Ledgers ledgers, Seeds seeds, Results.Scope scope, Progress progress) {
    this.tables = new EarlierTables(warehouse, seeds);
    this.ledgers = ledgers;
    this.scope = scope;
    this.progress = progress;
  }

  /** The figures that differ, in the order of their table. */
  public List<Revisions.Entry> between(Deliveries.Entry before, Deliveries.Entry after) {
    return progress.step("数据修订", () -> compare(before, after));
  }

  private List<Revisions.Entry> compare(Deliveries.Entry before, Deliveries.Entry after) {
    Set<TownYear> delivered = delivered(before);
    List<Comparison.States> changed =
        YearlyTables.ALL.stream()
            .map(YearlyTable::contract)
            .filter(table -> !Objects.equals(version(before, table), version(after, table)))
            .map(
                table ->
                    new Comparison.States(
                        table,
                        tables.at(before, table, delivered),
                        tables.at(after, table, delivered)))
            .toList();
    if (changed.isEmpty() || delivered.isEmpty()) {
      return List.of();
    }
    List<Revisions.Entry> differences = tables.differences(changed);
    if (differences.isEmpty()) {
      return differences;
    }
    Causes causes =
        new Causes(Footing.of(before, ledgers), Footing.of(after, ledgers), ledgers.links());
    return differences.stream().map(entry -> entry.because(causes.of(entry.townYear()))).toList();
  }

  private static Long version(Deliveries.Entry delivery, Table table) {
    return delivery.versions().get(table.name());
  }

  /** The town-years within the scope that had gone out by then. */
  private Set<TownYear> delivered(Deliveries.Entry last) {
    Set<TownYear> delivered = new TreeSet<>();
    ledgers.deliveries().stream()
        .filter(delivery -> delivery.number() <= last.number())
        .forEach(delivery -> delivered.addAll(delivery.townYears()));
    delivered.removeIf(townYear -> !scope.takes(townYear));
    return delivered;
  }
}

package org.nianbao.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nianbao.table.Deliveries;
import org.nianbao.table.Table;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Maintenance;

/**
 * Keeps a warehouse as small as what it holds, however often it was run. What went out stays
 * readable: of the deliveries of a day the last one.
 */
public final class MaintainStep {
  private final Maintenance maintenance;
  private final Ledgers ledgers;
  private final Progress progress;

  public MaintainStep(Maintenance maintenance, Ledgers ledgers, Progress progress) {
    this.maintenance = maintenance;
    this.ledgers = ledgers;
    this.progress = progress;
  }

  /**
   * Tidies every table; says what that changed.
   *
   * @param since what was put out of use later stays for those who are still reading it
   */
  public List<Maintenance.Tidied> run(Instant since) {
    ledgers.forgetDeliveries(superseded(ledgers.deliveries()));
    Map<String, Set<Long>> versions = versions(ledgers.deliveries());
    List<Table> tables = maintenance.present(StoredTables.ALL);
    return progress.step(
        "整理数据仓库",
        () -> {
          List<Maintenance.Tidied> done = new ArrayList<>();
          for (Table table : tables) {
            progress.part("整理数据仓库", done.size(), tables.size());
            done.add(maintenance.tidy(table, versions.getOrDefault(table.name(), Set.of()), since));
          }
          return done;
        });
  }

  /** Numbers of deliveries after which another one went out on the same day. */
  private static Set<Long> superseded(List<Deliveries.Entry> deliveries) {
    Map<LocalDate, Long> last = new HashMap<>();
    Set<Long> superseded = new TreeSet<>();
    for (Deliveries.Entry delivery : deliveries) {
      Long earlier = last.put(delivery.asOf(), delivery.number());
      if (earlier != null) {
        superseded.add(earlier);
      }
    }
    return superseded;
  }

  private static Map<String, Set<Long>> versions(List<Deliveries.Entry> deliveries) {
    Map<String, Set<Long>> versions = new TreeMap<>();
    deliveries.forEach(
        delivery ->
            delivery
                .versions()
                .forEach(
                    (table, version) ->
                        versions.computeIfAbsent(table, name -> new TreeSet<>()).add(version)));
    return versions;
  }
}

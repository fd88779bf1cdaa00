package org.nianbao.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.table.Computed;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Ledgers;

/**
 * What the results of one moment rest on.
 *
 * @param exports the exports that counted
 * @param rules a fingerprint of lists and rules
 * @param asOf the day from which open tickets were judged
 * @param computed what the results of each town-year were computed from
 */
record Footing(
    List<ExportLog.Entry> exports,
    String rules,
    LocalDate asOf,
    Map<TownYear, Computed.Entry> computed) {

  static Footing of(Deliveries.Entry delivery, Ledgers ledgers) {
    return new Footing(
        ledgers.exportsAfter(delivery.run()),
        delivery.rules(),
        delivery.asOf(),
        ledgers.computed(delivery));
  }

  /** What results would rest on if they were computed anew. */
  static Footing of(
      List<ExportLog.Entry> exports, String rules, LocalDate asOf, Map<TownYear, String> inputs) {
    Map<TownYear, Computed.Entry> computed = new HashMap<>();
    inputs.forEach(
        (townYear, fingerprint) ->
            computed.put(
                townYear, new Computed.Entry(townYear, fingerprint, null, null, List.of())));
    return new Footing(exports, rules, asOf, computed);
  }

  /** Whether results of a town-year that were computed from it must be those of another moment. */
  boolean holds(TownYear townYear, Footing other) {
    Computed.Entry own = computed.get(townYear);
    Computed.Entry others = other.computed.get(townYear);
    return own != null && others != null && own.holds(others.inputs(), other.asOf);
  }
}

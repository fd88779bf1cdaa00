package org.nianbao.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * An administrative review or lawsuit: one row of {@code sample/disputes.csv}.
 *
 * @param decidedOn null while pending
 */
record Dispute(
    String id, String town, String kind, LocalDate filedOn, String outcome, LocalDate decidedOn) {

  static List<Dispute> all() {
    return Resource.rows("disputes.csv").stream().map(Dispute::of).toList();
  }

  private static Dispute of(List<String> cells) {
    String decided = cells.get(5);
    return new Dispute(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        LocalDate.parse(cells.get(3)),
        cells.get(4),
        decided.isEmpty() ? null : LocalDate.parse(decided));
  }

  boolean decidedBy(LocalDate day) {
    return decidedOn != null && !decidedOn.isAfter(day);
  }

  /** The case as a ledger shows it on a day. */
  Dispute asOf(LocalDate day) {
    return decidedBy(day) ? this : new Dispute(id, town, kind, filedOn, "尚未审结", null);
  }
}

package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.nianbao.table.Shared.YEAR;

import org.apache.spark.sql.Column;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Requests;

/**
 * The years of a request's life, from its receipt to its decision. In each of them it enters the
 * table of that year once, as received or as carried in, and leaves it once, with its outcome or as
 * carried out; so what comes in is what goes out, whatever a ledger holds (国办公开办函〔2019〕60号:
 * 第一项加第二项之和， 等于第三项加第四项之和).
 */
final class RequestLife {
  static final String RECEIVED = "received";
  static final String CARRIED_IN = "carried_in";
  static final String CARRIED_OUT = "carried_out";

  private RequestLife() {}

  /**
   * The year of its decision; null while it is open. An outcome without a day counts in the year of
   * the receipt, and so does a day before the receipt, which must be a slip. An outcome that no
   * list knows may say that it is being dealt with: it ends nothing unless there is a day.
   */
  static Column decidedIn(Seeds seeds) {
    Column decided = Requests.DECIDED_ON.col().isNotNull().or(decision(seeds));
    Column decidedIn = coalesce(year(Requests.DECIDED_ON.col()), YEAR.col());
    return when(decided, greatest(decidedIn, YEAR.col()));
  }

  /** The row of the form that has its decision; not mapped where the ledger does not say which. */
  static Column outcome(Seeds seeds) {
    Object[] noDecisions =
        seeds.rows(Requests.OUTCOME.vocabulary()).stream()
            .filter(row -> !row.flag("decision"))
            .map(row -> row.get("code"))
            .toArray();
    Column outcome = Requests.OUTCOME.col();
    return coalesce(when(outcome.isin(noDecisions), null).otherwise(outcome), unmapped());
  }

  static Column applicantKind() {
    return coalesce(Requests.APPLICANT_KIND.col(), unmapped());
  }

  private static Column decision(Seeds seeds) {
    return Requests.OUTCOME
        .col()
        .isin(seeds.allMarked(Requests.OUTCOME.vocabulary(), "decision").toArray());
  }

  private static Column unmapped() {
    return lit(ArchiveTable.UNMAPPED);
  }
}

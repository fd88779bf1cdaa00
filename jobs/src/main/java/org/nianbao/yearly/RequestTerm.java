package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Requests.DECIDED_ON;
import static org.nianbao.table.Requests.DUE_ON;
import static org.nianbao.table.Requests.EXTENDED;
import static org.nianbao.table.Requests.RECEIVED_ON;

import org.apache.spark.sql.Column;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;

/**
 * The time that a request may take. Its own due date goes before the general limit: working days
 * after its receipt, as the regulation of that day says, and as many again where the ledger says
 * that it was extended (条例 2008 第二十四条, 条例 2019 第三十三条; {@code request_limits.csv}).
 */
final class RequestTerm {
  private RequestTerm() {}

  /** Working days from receipt to decision; null where a day is missing or the calendar ends. */
  static Column workingDays() {
    return when(
        DECIDED_ON.col().geq(RECEIVED_ON.col()),
        WorkdayNumber.between(RECEIVED_ON.col(), DECIDED_ON.col()));
  }

  /** Whether it was decided in time; null where that cannot be said. */
  static Column kept(Seeds seeds) {
    Column ownTerm = DECIDED_ON.col().leq(DUE_ON.col());
    return coalesce(ownTerm, workingDays().leq(limit(seeds)));
  }

  /** Whether its time was extended; null where the ledger does not say. */
  static Column extended() {
    return EXTENDED.col();
  }

  private static Column limit(Seeds seeds) {
    Column limit = lit(null).cast("int");
    for (SeedRow row : seeds.rows("request_limits")) {
      int days = Integer.parseInt(row.get("working_days"));
      int extension = Integer.parseInt(row.get("extension"));
      Column own = when(EXTENDED.col(), days + extension).otherwise(days);
      Column valid = RECEIVED_ON.col().geq(to_date(lit(row.get("valid_from"))));
      limit = when(valid, own).otherwise(limit);
    }
    return limit;
  }
}

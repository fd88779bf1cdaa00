package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/**
 * Ledger of what the yearly tables were computed from: one row per town and year. Written last, so
 * that a run that broke off is taken up again.
 */
public final class Computed {
  public static final Field INPUTS =
      Field.text("inputs", "输入指纹", "Fingerprint of the loads and rules that the results rest on");
  public static final Field STABLE_FROM =
      Field.date("stable_from", "稳定起日", "No result differs for a day of judgement from here …");
  public static final Field STABLE_UNTIL =
      Field.date("stable_until", "稳定止日", "… to the day before this one; empty: for ever");

  public static final Table TABLE =
      new Table(
          "computed",
          "计算台账",
          "One row per town and year",
          List.of(TOWN_CODE, YEAR),
          List.of(TOWN_CODE, YEAR, INPUTS, STABLE_FROM, STABLE_UNTIL));

  private Computed() {}
}

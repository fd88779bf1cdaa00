package org.nianbao.lint;

import java.math.BigDecimal;

/**
 * A number of a draft.
 *
 * @param start where it begins in its text
 * @param end where it and its unit end
 * @param value in its unit; of 1.4万, 14000
 * @param step what its last digit counts; of 1.4万, 1000
 * @param unit its unit, or empty
 * @param bound what the words around it leave open
 * @param spelled whether it is a small number in characters, which often counts nothing
 */
record Quantity(
    int start,
    int end,
    BigDecimal value,
    BigDecimal step,
    String unit,
    Bound bound,
    boolean spelled) {

  /** What 约, 余 and 近 leave open. */
  enum Bound {
    NONE,
    ABOUT,
    AT_LEAST,
    AT_MOST
  }

  boolean isPercent() {
    return unit.equals("%") || unit.endsWith("百分点");
  }
}

package org.nianbao.report;

import java.math.BigDecimal;

/**
 * A number in a sentence.
 *
 * @param start where it begins
 * @param end where it and its unit end
 * @param unit its unit, or empty
 * @param approximate whether 约, 近, 余, 多 or the like stands by it
 * @param clear whether it is written in digits without blanks between them
 */
record Quantity(
    int start, int end, BigDecimal value, String unit, boolean approximate, boolean clear) {

  String text() {
    return value.toPlainString() + unit;
  }
}

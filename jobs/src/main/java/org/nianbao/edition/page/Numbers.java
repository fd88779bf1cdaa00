package org.nianbao.edition.page;

import java.math.BigDecimal;
import java.math.MathContext;
import org.nianbao.fact.Rendering;

/** How pages print numbers where no fact does: as official texts do, the unit in the header. */
final class Numbers {
  static final String MISSING = "缺";
  static final String NOT_COMPARABLE = "不可比";

  /** Of a number per 10,000 inhabitants or a limit of chance, more digits say nothing. */
  private static final MathContext DIGITS = new MathContext(4);

  private Numbers() {}

  /** A number; rates with their sign. */
  static String of(BigDecimal value, String unit) {
    String number = Rendering.number(value, unit);
    return unit.equals(Rendering.PERCENT) ? number + unit : number;
  }

  /** A number that is measured rather than counted. */
  static String measured(BigDecimal value, String unit) {
    return unit.equals(Rendering.PERCENT) ? of(value, unit) : of(value.round(DIGITS), unit);
  }
}

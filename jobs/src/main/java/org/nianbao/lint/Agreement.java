package org.nianbao.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.nianbao.fact.Fact;
import org.nianbao.fact.Rendering;

/** How well a number of a draft agrees with a fact. */
enum Agreement {
  SAME,
  ROUNDED,
  NONE;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Compares.
   *
   * @param printed the number as the edition prints it, or null where it does not
   */
  static Agreement of(Quantity number, Fact fact, BigDecimal printed) {
    BigDecimal exact = exact(fact);
    if (printed != null && number.value().compareTo(printed) == 0) {
      return SAME;
    }
    if (number.value().compareTo(exact) == 0) {
      return SAME;
    }
    return rounds(number, exact) ? ROUNDED : NONE;
  }

  /** The value as it is read: percentages and points in hundredths, decreases without sign. */
  static BigDecimal exact(Fact fact) {
    boolean percent = fact.unit().equals(Rendering.PERCENT) || fact.unit().equals(Rendering.POINTS);
    return (percent ? fact.value().multiply(HUNDRED) : fact.value()).abs();
  }

  private static boolean rounds(Quantity number, BigDecimal exact) {
    BigDecimal value = number.value();
    BigDecimal step = number.step();
    return switch (number.bound()) {
      case NONE -> step.compareTo(exact.max(BigDecimal.ONE)) <= 0 && half(exact, step, value);
      case ABOUT -> half(exact, open(number), value);
      case AT_LEAST -> value.compareTo(exact) <= 0 && value.add(open(number)).compareTo(exact) > 0;
      case AT_MOST ->
          value.compareTo(exact) >= 0 && value.subtract(open(number)).compareTo(exact) < 0;
    };
  }

  private static boolean half(BigDecimal exact, BigDecimal step, BigDecimal value) {
    return exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step).compareTo(value) == 0;
  }

  /** What the last digit that is not zero counts: of 约250, ten. */
  private static BigDecimal open(Quantity number) {
    BigDecimal bare = number.value().stripTrailingZeros();
    return number.value().signum() == 0
        ? number.step()
        : BigDecimal.ONE.movePointLeft(bare.scale()).max(number.step());
  }
}

package org.nianbao.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How an official text prints a figure. */
public final class Rendering {
  public static final String PERCENT = "%";
  public static final String POINTS = "个百分点";

  private static final int PERCENT_SCALE = 1;
  private static final int STORED_SCALE = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Rendering() {}

  /** A number with its unit; percentages and points from a fraction. */
  public static String of(BigDecimal value, String unit) {
    return number(value, unit) + unit;
  }

  /** A number as it is printed before its unit. */
  public static String number(BigDecimal value, String unit) {
    if (unit.equals(PERCENT) || unit.equals(POINTS)) {
      return percent(value).toPlainString();
    }
    return plain(value).toPlainString();
  }

  /**
   * A fraction as a percentage of one decimal, rounded half up. What is not nothing and not all
   * never reads 0 or 100: it keeps the decimals that tell.
   */
  private static BigDecimal percent(BigDecimal fraction) {
    BigDecimal exact = fraction.multiply(HUNDRED);
    for (int scale = PERCENT_SCALE; scale < STORED_SCALE; scale++) {
      BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
      boolean hides = isNothingOrAll(rounded) && rounded.compareTo(exact) != 0;
      if (!hides) {
        return plain(rounded);
      }
    }
    return plain(exact);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static boolean isNothingOrAll(BigDecimal percent) {
    return percent.signum() == 0 || percent.compareTo(HUNDRED) == 0;
  }
}

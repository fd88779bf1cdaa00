package org.nianbao.edition;

import java.math.BigDecimal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The text of a value in a delivered table. */
public final class CellText {
  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CellText() {}

  /**
   * Plain digits for numbers, ISO 8601 for dates, nothing for what is not known. A text that a
   * spreadsheet would run as a formula gets an apostrophe before it.
   */
  static String of(Object value, DataType type) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    String text = value.toString();
    return type.equals(DataTypes.StringType) ? guarded(text) : text;
  }

  /**
   * A text that a spreadsheet would run as a formula, with an apostrophe before it; else itself.
   */
  public static String guarded(String text) {
    return isLikeFormula(text) ? "'" + text : text;
  }

  /** Whether a spreadsheet into which somebody types a text would run it. */
  public static boolean isLikeFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }
}

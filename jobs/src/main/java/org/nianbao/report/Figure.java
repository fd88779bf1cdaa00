package org.nianbao.report;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One number of a report, and what it says.
 *
 * @param section the section it stands in, as 二(一), or empty
 * @param measure the measure of {@code published_figures}
 * @param dimension its breakdown
 * @param member the member, in the names of the lists
 * @param value the number as printed
 * @param unit its unit, or empty
 * @param approximate whether the report says that it is not exact
 * @param evidence the sentence or the cell
 */
public record Figure(
    String section,
    String measure,
    String dimension,
    String member,
    BigDecimal value,
    String unit,
    boolean approximate,
    String evidence,
    Confidence confidence)
    implements Serializable {

  /** The breakdown of a number that is not broken down. */
  static final String TOTAL = "total";

  /** Its member. */
  static final String TOTAL_MEMBER = "总计";

  /** What stands between the members of two lists. */
  static final String TIMES = "×";

  Figure readAs(Confidence other) {
    return new Figure(
        section, measure, dimension, member, value, unit, approximate, evidence, other);
  }

  String key() {
    return String.join("/", measure, dimension, member);
  }

  /** The number with its unit. */
  String text() {
    return value.toPlainString() + unit;
  }

  /** Whether another figure has the same number; zero is zero in any unit. */
  boolean saysTheSameAs(Figure other) {
    return value.compareTo(other.value) == 0 && (unit.equals(other.unit) || value.signum() == 0);
  }
}

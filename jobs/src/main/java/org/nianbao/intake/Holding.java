package org.nianbao.intake;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The valid rows that one export has of a town and year.
 *
 * @param firstOn earliest counting date; null where the dataset has only years
 * @param lastOn latest counting date; null where the dataset has only years
 * @param months the months that have rows: bit 0 is January
 */
public record Holding(
    String townCode, int year, long rows, LocalDate firstOn, LocalDate lastOn, int months)
    implements Serializable {

  private static final int ALL_MONTHS = 0xFFF;

  static Holding of(Verdict.Accepted row) {
    LocalDate day = row.countedOn();
    int months = day == null ? ALL_MONTHS : 1 << (day.getMonthValue() - 1);
    return new Holding(row.townCode(), row.year(), 1, day, day, months);
  }

  Holding plus(Holding other) {
    return new Holding(
        townCode,
        year,
        rows + other.rows,
        Days.earlier(firstOn, other.firstOn),
        Days.later(lastOn, other.lastOn),
        months | other.months);
  }
}

package org.nianbao.edition.plot;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a chart shows.
 *
 * @param title of the chart and of the cells that it draws from
 * @param subject what the categories are: the years, the months, the towns
 * @param categories in their order
 */
public record Plot(
    String title, Kind kind, String subject, List<String> categories, List<Series> series) {

  /** How it is drawn. */
  public enum Kind {
    /** Columns of parts that add up. */
    STACKED_COLUMNS,
    /** Lines over the same categories; the last one on an axis of its own if units differ. */
    LINES,
    /** Bars from the first category at the top. */
    BARS
  }

  /**
   * One row of numbers.
   *
   * @param values by category; null: a gap
   * @param unit of the numbers, as the tables have it
   */
  public record Series(String name, String unit, List<BigDecimal> values) {}

  /** Whether there is a number to draw. */
  public boolean hasNumbers() {
    return series.stream().anyMatch(one -> one.values().stream().anyMatch(v -> v != null));
  }

  /** Whether some series are in another unit than the first. */
  public boolean hasTwoUnits() {
    return series.stream().map(Series::unit).distinct().count() > 1;
  }
}

package org.nianbao.table;

import static org.nianbao.table.Shared.DENOMINATOR;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.NUMERATOR;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/**
 * The totals and rates of a year: what the other tables' rows add up to, and what cannot be added.
 */
public final class YearlyMeasures {
  public static final Field VALUE =
      Field.number(
          "value", "数值", "The value; rates between 0 and 1; empty where it cannot be known");
  public static final Field UNIT = DeclaredFigures.UNIT;

  public static final Table TABLE =
      new Table(
          "yearly_measures",
          "年度指标",
          "One row per town, year and measure",
          List.of(TOWN_CODE, YEAR, MEASURE),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              MEASURE,
              VALUE,
              UNIT,
              NUMERATOR,
              DENOMINATOR,
              MEASURE.shown()));

  private YearlyMeasures() {}
}

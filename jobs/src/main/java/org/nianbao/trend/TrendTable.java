package org.nianbao.trend;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Coverage;
import org.nianbao.table.Trends;

/**
 * The table of trends: one row per town, measure, member and year that is known. Computed from
 * yearly tables alone.
 */
public final class TrendTable {
  private TrendTable() {}

  /**
   * Computes it.
   *
   * @param totals rows of yearly_measures
   * @param breakdowns the rows of each breakdown's table
   * @param coverage rows of {@link Coverage}
   * @return the columns of {@link Trends}, but for the town's name and the measure's label, and
   *     {@link Coverage#STATUS} of the year
   */
  public static Dataset<Row> of(
      Dataset<Row> totals,
      Map<Breakdown, Dataset<Row>> breakdowns,
      Dataset<Row> coverage,
      Seeds seeds) {
    Dataset<Row> judged = new YearOnYear(coverage, seeds).compare(totals, breakdowns);
    Growth growth = new Growth(new Registry(seeds));
    return growth.onMonth(growth.perYear(Composition.of(judged)));
  }
}

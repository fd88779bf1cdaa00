package org.nianbao.yearly;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Table;

/** A table of results by town and year: its contract and the pure function that fills it. */
public interface YearlyTable {

  Table contract();

  /**
   * The rows of the town-years that the archive covers.
   *
   * @return the columns of the contract; the town's name and labels of codes may be left out
   */
  Dataset<Row> compute(Inputs archive);

  /** What trends follow of it. */
  default List<Breakdown> breakdowns(Seeds seeds) {
    return List.of();
  }

  /** Breakdowns that leave nothing out: their members add up to the measure. */
  default List<Breakdown> splits(Seeds seeds) {
    return breakdowns(seeds);
  }

  /**
   * Breakdowns whose members show the same things again: the measure counts each thing once, and so
   * lies between the largest member and their sum.
   */
  default List<Breakdown> mirrors(Seeds seeds) {
    return List.of();
  }
}

package org.nianbao.trend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Tickets;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Tables;

/** A small yearly table of tickets by type, and the trends over a folder that has its rows. */
final class CountedByType {
  static final Field COUNTED = Field.count("counted", "数", "宗", "Tickets");
  private static final Table TABLE =
      new Table(
          "by_type",
          "分类型",
          "One row per town, year and type",
          List.of(Shared.TOWN_CODE, Shared.YEAR, Tickets.TICKET_TYPE),
          List.of(Shared.TOWN_CODE, Shared.YEAR, Tickets.TICKET_TYPE, COUNTED));

  private CountedByType() {}

  /**
   * Trends over by_type.csv, yearly_measures.csv and coverage.csv of a folder.
   *
   * @param more further breakdowns
   */
  static Dataset<Row> trends(Path folder, Seeds seeds, Map<Breakdown, Dataset<Row>> more) {
    Map<Breakdown, Dataset<Row>> breakdowns = new HashMap<>(more);
    breakdowns.put(
        new Breakdown("tickets", TABLE, Tickets.TICKET_TYPE, COUNTED),
        Tables.read(TABLE, folder.resolve("by_type.csv")));
    return TrendTable.of(
        Tables.read(YearlyMeasures.TABLE, folder.resolve("yearly_measures.csv")),
        breakdowns,
        Tables.read(Coverage.TABLE, folder.resolve("coverage.csv")),
        seeds);
  }
}

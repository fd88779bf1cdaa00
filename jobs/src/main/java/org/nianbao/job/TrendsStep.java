package org.nianbao.job;

import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Coverage;
import org.nianbao.table.Table;
import org.nianbao.table.TicketEnds;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.trend.Succession;
import org.nianbao.trend.TicketBacklog;
import org.nianbao.trend.TownComparison;
import org.nianbao.trend.TrendTable;
import org.nianbao.trend.UnusualValues;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** From the yearly tables to the results over years and towns. */
final class TrendsStep {
  /** What the step writes, in the order in which people read it. */
  static final List<Table> TABLES =
      List.of(
          Trends.TABLE,
          TownComparison.TABLE,
          UnusualValues.TABLE,
          TicketBacklog.TABLE,
          Coverage.TABLE);

  private static final int TOWN_AT = Coverage.TABLE.fields().indexOf(TOWN_CODE);
  private static final int YEAR_AT = Coverage.TABLE.fields().indexOf(YEAR);

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Seeds seeds;

  TrendsStep(SparkSession spark, Warehouse warehouse, Seeds seeds) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.seeds = seeds;
  }

  /**
   * Whether the stored results rest on this coverage. Where towns have been merged they also rest
   * on the base year, of which nothing is stored.
   */
  boolean has(List<Row> covered) {
    return Succession.of(seeds, Integer.MAX_VALUE).none()
        && covered.equals(warehouse.ledger(Coverage.TABLE));
  }

  /**
   * Writes all results anew.
   *
   * @param covered rows of {@link Coverage}
   * @param baseYear the year whose towns are compared; null: the last one covered
   */
  void write(List<Row> covered, Integer baseYear) {
    int last = covered.stream().mapToInt(row -> row.getInt(YEAR_AT)).max().orElse(0);
    Succession succession = Succession.of(seeds, baseYear == null ? last : baseYear);
    int townYears =
        (int)
            covered.stream()
                .map(row -> List.of(row.get(TOWN_AT), row.get(YEAR_AT)))
                .distinct()
                .count();
    SparkSession own = townYears <= Warehouse.FEW ? Interpreted.like(spark) : spark;
    Warehouse yearly = warehouse.in(own);
    Dataset<Row> stored = own.createDataFrame(covered, Coverage.TABLE.schema()).coalesce(1);
    Dataset<Row> coverage = succession.coverage(stored);
    Dataset<Row> measures = succession.measures(yearly.result(YearlyMeasures.TABLE));
    Dataset<Row> trends =
        TrendTable.of(measures, breakdowns(yearly, succession), coverage, seeds).persist();
    try {
      SideBySide.run(
          List.of(
              () -> {
                // The first of these fills the cache that the second reads.
                save(Trends.TABLE, trends, townYears);
                save(UnusualValues.TABLE, UnusualValues.of(trends, seeds), townYears);
              },
              () ->
                  save(
                      TownComparison.TABLE,
                      new TownComparison(seeds).compare(measures, coverage),
                      townYears),
              () ->
                  save(
                      TicketBacklog.TABLE,
                      TicketBacklog.of(succession.rows(yearly.result(TicketEnds.TABLE)), coverage),
                      townYears)));
      // Last, because what it says decides whether the others are up to date.
      warehouse.overwrite(Coverage.TABLE, covered);
    } finally {
      trends.unpersist();
    }
  }

  private Map<Breakdown, Dataset<Row>> breakdowns(Warehouse yearly, Succession succession) {
    Map<Breakdown, Dataset<Row>> breakdowns = new LinkedHashMap<>();
    for (YearlyTable table : YearlyTables.ALL) {
      for (Breakdown breakdown : table.breakdowns(seeds)) {
        breakdowns.put(breakdown, succession.rows(yearly.result(breakdown.table())));
      }
    }
    return breakdowns;
  }

  private void save(Table table, Dataset<Row> rows, int townYears) {
    warehouse.overwrite(table, table.labelled(rows, seeds::labels), townYears);
  }
}

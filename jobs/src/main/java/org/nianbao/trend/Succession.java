package org.nianbao.trend;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.DENOMINATOR;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.NUMERATOR;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.YearlyMeasures.VALUE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;

/**
 * Towns as they are in a base year: what was counted for a unit that has ended by then is counted
 * for the unit that took its place. Counts are added up, rates computed anew from numerator and
 * denominator; a median of several units is not known from theirs.
 */
public final class Succession {
  private static final String PARTS = "parts";

  private final Map<String, String> successors;
  private final Map<String, String> lastYears;
  private final Registry registry;

  private Succession(
      Map<String, String> successors, Map<String, String> lastYears, Registry registry) {
    this.successors = successors;
    this.lastYears = lastYears;
    this.registry = registry;
  }

  /** The units that have ended before the end of a year, and what became of them by then. */
  public static Succession of(Seeds seeds, int baseYear) {
    Map<String, String> next = new HashMap<>();
    Map<String, String> lastYears = new HashMap<>();
    for (SeedRow row : seeds.rows("town_successions")) {
      int last = LocalDate.parse(row.get("ended_on")).getYear();
      if (last <= baseYear) {
        next.put(row.get("town_code"), row.get("successor"));
        lastYears.put(row.get("town_code"), String.valueOf(last));
      }
    }
    Map<String, String> successors = new HashMap<>();
    for (String town : next.keySet()) {
      String last = town;
      for (int steps = 0; next.containsKey(last) && steps <= next.size(); steps++) {
        last = next.get(last);
      }
      successors.put(town, last);
    }
    return new Succession(successors, lastYears, new Registry(seeds));
  }

  public boolean none() {
    return successors.isEmpty();
  }

  /** Rows of a yearly table whose numbers may be added up, for the towns of the base year. */
  public Dataset<Row> rows(Dataset<Row> rows) {
    return none() ? rows : renamed(rows);
  }

  /** Rows of yearly_measures for the towns of the base year. */
  public Dataset<Row> measures(Dataset<Row> measures) {
    if (none()) {
      return measures;
    }
    Column complete = count(VALUE.col()).equalTo(count("*"));
    return renamed(measures)
        .groupBy(TOWN_CODE.col(), YEAR.col(), MEASURE.col())
        .agg(
            when(complete, sum(VALUE.col())).as(VALUE.name()),
            first(VALUE.col()).as("only"),
            sum(NUMERATOR.col()).as(NUMERATOR.name()),
            sum(DENOMINATOR.col()).as(DENOMINATOR.name()),
            count("*").as(PARTS))
        .withColumn(
            VALUE.name(),
            when(col(PARTS).equalTo(1), col("only"))
                .when(registry.isAdditive(), VALUE.col())
                .when(
                    registry.isRate(),
                    VALUE.of(round(try_divide(NUMERATOR.col(), DENOMINATOR.col()), 6))));
  }

  /** Rows of coverage for the towns of the base year: as complete as the least complete unit. */
  public Dataset<Row> coverage(Dataset<Row> coverage) {
    if (none()) {
      return coverage;
    }
    Column status = Coverage.STATUS.col();
    Column all = max(status.notEqual(Coverage.COMPLETE)).equalTo(false);
    Column any = max(status.notEqual(Coverage.MISSING));
    return renamed(coverage)
        .groupBy(TOWN_CODE.col(), YEAR.col(), Shared.DATASET.col())
        .agg(
            when(all, lit(Coverage.COMPLETE))
                .when(any, lit(Coverage.PARTIAL))
                .otherwise(lit(Coverage.MISSING))
                .as(Coverage.STATUS.name()),
            min(Shared.FIRST_ON.col()).as(Shared.FIRST_ON.name()),
            max(Shared.LAST_ON.col()).as(Shared.LAST_ON.name()),
            min(Coverage.MONTHS.col()).as(Coverage.MONTHS.name()),
            sum(Coverage.ROWS.col()).as(Coverage.ROWS.name()));
  }

  /** A unit has nothing after its last year, however much its successor's exports may have. */
  private Dataset<Row> renamed(Dataset<Row> rows) {
    Column ended =
        coalesce(YEAR.col().gt(Table.lookup(TOWN_CODE.col(), lastYears).cast("int")), lit(false));
    return rows.filter(functions.not(ended))
        .drop(TOWN.name())
        .withColumn(
            TOWN_CODE.name(), coalesce(Table.lookup(TOWN_CODE.col(), successors), TOWN_CODE.col()));
  }
}

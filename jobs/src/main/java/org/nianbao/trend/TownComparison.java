package org.nianbao.trend;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.DENOMINATOR;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.NUMERATOR;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;

/**
 * The towns of a year beside each other. What towns are ranked by, and which way is better, is data
 * ({@code seeds/measures.csv}). A rank comes with the band of ranks that chance leaves open: towns
 * whose intervals overlap cannot be told apart.
 */
public final class TownComparison {
  public static final Field VALUE = YearlyMeasures.VALUE;
  public static final Field PER_10K =
      Field.number("per_10k", "每万人", "Counts per 10,000 inhabitants of the census");
  public static final Field RANK =
      Field.integer("rank", "位次", "1 is best; where neither way is better, 1 is most");
  public static final Field RANK_LOW =
      Field.integer("rank_low", "位次下限", "Best rank that chance leaves open");
  public static final Field RANK_HIGH =
      Field.integer("rank_high", "位次上限", "Worst rank that chance leaves open");
  public static final Field TOWNS = Field.integer("towns", "参评镇街数", "Towns that are ranked");
  public static final Field PERCENTILE =
      Field.rate("percentile", "百分位", "Share of the other ranked towns that are worse");
  public static final Field MEDIAN =
      Field.number("median", "中位数", "Median of what the towns are ranked by");
  public static final Field DISTANCE =
      Field.number("distance", "与中位数之差", "What the town is ranked by − median");
  public static final Field INTERVAL_LOW =
      Field.number("interval_low", "区间下限", "Lower limit with 95 per cent confidence");
  public static final Field INTERVAL_HIGH =
      Field.number("interval_high", "区间上限", "Upper limit with 95 per cent confidence");
  public static final Field POPULATION =
      Field.count("population", "常住人口", "人", "Inhabitants in the census of 2020");
  public static final Field REASON =
      Field.text(
          "reason",
          "不参评原因",
          "coverage_break, no_value, small_base, no_population or not_ranked; empty: ranked");

  public static final String NO_VALUE = "no_value";
  public static final String NO_POPULATION = "no_population";
  public static final String NOT_RANKED = "not_ranked";

  public static final Table TABLE =
      new Table(
          "town_comparison",
          "镇街比较",
          "One row per year, measure and town that has any export",
          List.of(YEAR, MEASURE, TOWN_CODE),
          List.of(
              YEAR,
              MEASURE,
              TOWN_CODE,
              TOWN,
              VALUE,
              PER_10K,
              RANK,
              RANK_LOW,
              RANK_HIGH,
              TOWNS,
              PERCENTILE,
              MEDIAN,
              DISTANCE,
              INTERVAL_LOW,
              INTERVAL_HIGH,
              NUMERATOR,
              DENOMINATOR,
              POPULATION,
              Coverage.STATUS,
              REASON,
              MEASURE.shown()));

  private static final int DECIMALS = 6;
  private static final double INHABITANTS = 10_000;
  private static final String RANKED_BY = "ranked_by";
  private static final String GOODNESS = "goodness";
  static final String QUANTITY = "quantity";
  static final String LIMITS = "limits";

  private final Seeds seeds;
  private final Registry registry;

  public TownComparison(Seeds seeds) {
    this.seeds = seeds;
    this.registry = new Registry(seeds);
  }

  /**
   * Compares.
   *
   * @param measures rows of yearly_measures
   * @param coverage rows of {@link Coverage}: every town, year and dataset
   * @return the columns of the contract; the town's name and the measure's label are left out
   */
  public Dataset<Row> compare(Dataset<Row> measures, Dataset<Row> coverage) {
    Dataset<Row> ranked = ranked(judged(listed(measures, coverage)));
    return new RankBands(registry).of(ranked.withColumn(LIMITS, limits()));
  }

  /** Every measure of every town and year, whether it has a value or not. */
  private Dataset<Row> listed(Dataset<Row> measures, Dataset<Row> coverage) {
    Map<String, String> measuresOf = new HashMap<>();
    for (SeedRow row : seeds.rows(MEASURE.vocabulary())) {
      measuresOf.merge(row.get("dataset"), row.get("code"), (all, more) -> all + "," + more);
    }
    Map<String, String> populations = new HashMap<>();
    seeds.towns().populations().forEach((code, number) -> populations.put(code, "" + number));
    Column all = split(Table.lookup(Shared.DATASET.col(), measuresOf), ",");
    return coverage
        .select(TOWN_CODE.col(), YEAR.col(), Coverage.STATUS.col(), explode(all).as(MEASURE.name()))
        .join(
            measures.drop(TOWN.name(), MEASURE.shown().name()),
            new String[] {TOWN_CODE.name(), YEAR.name(), MEASURE.name()},
            "left")
        .withColumn(POPULATION.name(), Table.lookup(TOWN_CODE.col(), populations).cast("long"))
        .withColumn(
            PER_10K.name(),
            when(
                registry.isCount(),
                VALUE.col().cast("double").multiply(INHABITANTS).divide(POPULATION.col())))
        .withColumn(RANKED_BY, registry.rankedBy());
  }

  /** Rows with what the town is ranked by, or why it is not. */
  private Dataset<Row> judged(Dataset<Row> rows) {
    Column perHead = col(RANKED_BY).equalTo(PER_10K.name());
    Column smallBase =
        not(registry.isAdditive())
            .and(coalesce(DENOMINATOR.col(), lit(0)).lt(registry.smallestBase()));
    return rows.withColumn(
            REASON.name(),
            when(Coverage.STATUS.col().notEqual(Coverage.COMPLETE), lit(Trends.COVERAGE_BREAK))
                .when(col(RANKED_BY).isNull(), lit(NOT_RANKED))
                .when(smallBase, lit(Trends.SMALL_BASE))
                .when(VALUE.col().isNull(), lit(NO_VALUE))
                .when(perHead.and(POPULATION.col().isNull()), lit(NO_POPULATION)))
        .withColumn(
            QUANTITY,
            when(
                REASON.col().isNull(),
                when(perHead, PER_10K.col()).otherwise(VALUE.col().cast("double"))));
  }

  private Dataset<Row> ranked(Dataset<Row> judged) {
    WindowSpec group = Window.partitionBy(YEAR.col(), MEASURE.col());
    Column ranked = col(QUANTITY).isNotNull();
    Column worse = rank().over(group.orderBy(col(GOODNESS).asc_nulls_last())).minus(1);
    return judged
        .withColumn(
            GOODNESS,
            when(registry.isBetterLower(), negate(col(QUANTITY))).otherwise(col(QUANTITY)))
        .withColumn(TOWNS.name(), count(col(QUANTITY)).over(group).cast("int"))
        .withColumn(
            RANK.name(), when(ranked, rank().over(group.orderBy(col(GOODNESS).desc_nulls_last()))))
        .withColumn(
            PERCENTILE.name(),
            when(ranked, round(try_divide(worse, TOWNS.col().minus(1)), DECIMALS)))
        .withColumn(MEDIAN.name(), median(col(QUANTITY)).over(group))
        .withColumn(DISTANCE.name(), col(QUANTITY).minus(MEDIAN.col()));
  }

  /** What chance leaves open of a share or a count; a median or an amount has no such limits. */
  private Column limits() {
    Column perHead = lit(INHABITANTS).divide(POPULATION.col());
    Column ranked = col(QUANTITY).isNotNull();
    return when(ranked.and(registry.isRate()), Intervals.wilson(NUMERATOR.col(), DENOMINATOR.col()))
        .when(ranked.and(registry.isCount()), Intervals.poisson(VALUE.col(), perHead));
  }
}

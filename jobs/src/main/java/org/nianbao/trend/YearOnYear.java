package org.nianbao.trend;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.DENOMINATOR;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Trends.CHANGE;
import static org.nianbao.table.Trends.CHANGE_RATE;
import static org.nianbao.table.Trends.COMPARABLE;
import static org.nianbao.table.Trends.DIMENSION;
import static org.nianbao.table.Trends.MEMBER;
import static org.nianbao.table.Trends.MEMBER_LABEL;
import static org.nianbao.table.Trends.PREVIOUS_VALUE;
import static org.nianbao.table.Trends.REASON;
import static org.nianbao.table.Trends.VALUE;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Coverage;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;

/**
 * Changes from year to year: one row per town, measure, member and year that is known. A change is
 * said only where both years are complete, mean the same, and the base is large enough; else the
 * reason is.
 */
final class YearOnYear {
  static final String EXHAUSTIVE = "exhaustive";
  private static final String STATUS_BEFORE = "status_before";
  private static final String DENOMINATOR_BEFORE = "denominator_before";
  private static final String FIRST_YEAR = "first_year";
  private static final String STATUSES = "statuses";
  private static final String VALUES = "values";
  private static final String DENOMINATORS = "denominators";
  private static final String ABSENT_IS_ZERO = "absent_is_zero";
  private static final String LABELLED = "labelled";
  private static final String PRESENT = "present";
  private static final String PRESENCE = "presence";
  private static final String PRESENT_BEFORE = "present_before";
  private static final String PARTS = "parts";
  private static final String ALL_PARTS = "all_parts";
  private static final String SAME_PARTS = "same_parts";

  /** So unlikely by chance that a member's label, and not its number, has gone. */
  private static final double UNLIKELY = 0.005;

  private final Dataset<Row> coverage;
  private final Seeds seeds;
  private final Registry registry;
  private final Crosswalk crosswalk;

  /**
   * Sets up the comparison.
   *
   * @param coverage rows of {@link Coverage}
   */
  YearOnYear(Dataset<Row> coverage, Seeds seeds) {
    this.coverage = coverage;
    this.seeds = seeds;
    this.registry = new Registry(seeds);
    this.crosswalk = new Crosswalk(seeds);
  }

  /**
   * Compares every year with the one before.
   *
   * @param totals rows of yearly_measures
   * @param breakdowns the rows of each breakdown's table
   * @return the columns of {@link Trends} up to the reason, the label of the member, {@link
   *     Coverage#STATUS}, and whether the members add up to the measure as {@link #EXHAUSTIVE}
   */
  Dataset<Row> compare(Dataset<Row> totals, Map<Breakdown, Dataset<Row>> breakdowns) {
    Dataset<Row> leaves = null;
    for (Map.Entry<Breakdown, Dataset<Row>> breakdown : breakdowns.entrySet()) {
      Dataset<Row> more = leaves(breakdown.getKey(), breakdown.getValue());
      leaves = leaves == null ? more : leaves.unionByName(more);
    }
    return judged(overKnownYears(withParts(totals(totals), leaves).unionByName(leaves)));
  }

  private static Dataset<Row> totals(Dataset<Row> measures) {
    return measures.select(
        TOWN_CODE.col(),
        MEASURE.col(),
        lit("").as(DIMENSION.name()),
        lit("").as(MEMBER.name()),
        lit("").as(MEMBER_LABEL.name()),
        YEAR.col(),
        VALUE.col(),
        DENOMINATOR.col(),
        lit(true).as(ABSENT_IS_ZERO),
        lit(false).as(LABELLED),
        lit(false).as(EXHAUSTIVE),
        lit(true).as(PRESENT));
  }

  /**
   * Totals beside the members they are made of, where members may be missing: two years with other
   * members are not comparable.
   */
  private static Dataset<Row> withParts(Dataset<Row> totals, Dataset<Row> leaves) {
    Dataset<Row> parts =
        leaves
            .filter(not(col(ABSENT_IS_ZERO)))
            .groupBy(TOWN_CODE.col(), MEASURE.col(), YEAR.col())
            .agg(sort_array(collect_set(MEMBER.col())).as(PARTS));
    return totals.join(parts, new String[] {TOWN_CODE.name(), MEASURE.name(), YEAR.name()}, "left");
  }

  private Dataset<Row> leaves(Breakdown breakdown, Dataset<Row> rows) {
    String dimension = breakdown.member().name();
    Column member = crosswalk.latest(dimension, breakdown.memberText());
    return rows.filter(breakdown.taken())
        .groupBy(TOWN_CODE.col(), YEAR.col(), member.as(MEMBER.name()))
        .agg(sum(breakdown.value().col()).as(VALUE.name()))
        .select(
            TOWN_CODE.col(),
            lit(breakdown.measure()).as(MEASURE.name()),
            lit(dimension).as(DIMENSION.name()),
            MEMBER.col(),
            breakdown.memberLabel(MEMBER.col(), seeds::labels).as(MEMBER_LABEL.name()),
            YEAR.col(),
            VALUE.of(VALUE.col()),
            DENOMINATOR.of(lit(null)),
            lit(breakdown.absentIsZero()).as(ABSENT_IS_ZERO),
            lit(breakdown.absentIsZero() && !breakdown.isNumbered()).as(LABELLED),
            lit(registry.isExhaustive(breakdown)).as(EXHAUSTIVE),
            lit(true).as(PRESENT),
            lit(null).cast("array<string>").as(PARTS));
  }

  /**
   * Every series over every year that its dataset is known, beside the year before: a member
   * without rows in such a year is zero, while a total without a value stays unknown.
   */
  private Dataset<Row> overKnownYears(Dataset<Row> values) {
    Dataset<Row> known =
        coverage
            .filter(Coverage.STATUS.col().notEqual(Coverage.MISSING))
            .groupBy(TOWN_CODE.col(), Shared.DATASET.col())
            .agg(byYear(Coverage.STATUS.col()).as(STATUSES), min(YEAR.col()).as(FIRST_YEAR));
    Dataset<Row> series =
        values
            .groupBy(TOWN_CODE.col(), MEASURE.col(), DIMENSION.col(), MEMBER.col())
            .agg(
                min(MEMBER_LABEL.col()).as(MEMBER_LABEL.name()),
                byYear(VALUE.col()).as(VALUES),
                byYear(DENOMINATOR.col()).as(DENOMINATORS),
                byYear(col(PARTS)).as(ALL_PARTS),
                byYear(col(PRESENT)).as(PRESENCE),
                min(col(LABELLED)).as(LABELLED),
                min(col(EXHAUSTIVE)).as(EXHAUSTIVE),
                min(col(ABSENT_IS_ZERO)).as(ABSENT_IS_ZERO));
    Column before = YEAR.col().minus(1);
    Column breakdown = DIMENSION.col().notEqual("");
    Column none = when(breakdown.and(col(ABSENT_IS_ZERO)), lit(0));
    return series
        .withColumn(Shared.DATASET.name(), registry.dataset())
        .join(broadcast(known), new String[] {TOWN_CODE.name(), Shared.DATASET.name()})
        .withColumn(YEAR.name(), explode(map_keys(col(STATUSES))))
        .withColumn(Coverage.STATUS.name(), of(STATUSES, YEAR.col()))
        .withColumn(STATUS_BEFORE, of(STATUSES, before))
        .withColumn(VALUE.name(), VALUE.of(coalesce(of(VALUES, YEAR.col()), none)))
        .withColumn(
            PREVIOUS_VALUE.name(),
            when(col(STATUS_BEFORE).isNotNull(), VALUE.of(coalesce(of(VALUES, before), none))))
        .withColumn(DENOMINATOR.name(), of(DENOMINATORS, YEAR.col()))
        .withColumn(DENOMINATOR_BEFORE, of(DENOMINATORS, before))
        .withColumn(PRESENT, coalesce(of(PRESENCE, YEAR.col()), lit(false)))
        .withColumn(PRESENT_BEFORE, coalesce(of(PRESENCE, before), lit(false)))
        .withColumn(SAME_PARTS, of(ALL_PARTS, YEAR.col()).eqNullSafe(of(ALL_PARTS, before)))
        // A member that may be missing is not said to have been there.
        .filter(VALUE.col().isNotNull().or(not(breakdown)));
  }

  private static Column byYear(Column value) {
    return map_from_entries(collect_list(struct(YEAR.col(), value)));
  }

  private static Column of(String byYear, Column year) {
    return try_element_at(col(byYear), year);
  }

  private Dataset<Row> judged(Dataset<Row> cells) {
    return cells
        .withColumn(REASON.name(), reason())
        .withColumn(COMPARABLE.name(), REASON.col().isNull())
        .withColumn(CHANGE.name(), when(COMPARABLE.col(), VALUE.col().minus(PREVIOUS_VALUE.col())))
        .withColumn(
            CHANGE_RATE.name(),
            when(registry.isAdditive(), round(try_divide(CHANGE.col(), PREVIOUS_VALUE.col()), 6)));
  }

  /** Why a change is not said; null where it is. */
  private Column reason() {
    Column partial = Coverage.STATUS.col().notEqual(Coverage.COMPLETE);
    Column partialBefore = col(STATUS_BEFORE).notEqual(Coverage.COMPLETE);
    Column unknown = VALUE.col().isNull().or(PREVIOUS_VALUE.col().isNull());
    return when(YEAR.col().equalTo(col(FIRST_YEAR)), lit(Trends.NO_PREVIOUS_YEAR))
        .when(col(STATUS_BEFORE).isNull().or(partial).or(partialBefore), lit(Trends.COVERAGE_BREAK))
        .when(not(col(SAME_PARTS)), lit(Trends.COVERAGE_BREAK))
        .when(registry.isRedefined(), lit(Trends.DEFINITION_BREAK))
        .when(relabelled(), lit(Trends.TAXONOMY_BREAK))
        .when(smallBase(), lit(Trends.SMALL_BASE))
        .when(unknown, lit(Trends.COVERAGE_BREAK));
  }

  /**
   * Whether a member has come or gone that, at its share of the other year, chance would hardly
   * have left without a row: then its label has changed, and what it names went elsewhere.
   */
  private static Column relabelled() {
    WindowSpec year =
        Window.partitionBy(TOWN_CODE.col(), MEASURE.col(), DIMENSION.col(), YEAR.col());
    Column all = sum(VALUE.col()).over(year).cast("double");
    Column allBefore = sum(PREVIOUS_VALUE.col()).over(year).cast("double");
    Column gone =
        not(col(PRESENT))
            .and(col(PRESENT_BEFORE))
            .and(unlikely(PREVIOUS_VALUE.col().multiply(try_divide(all, allBefore))));
    Column come =
        col(PRESENT)
            .and(not(col(PRESENT_BEFORE)))
            .and(unlikely(VALUE.col().multiply(try_divide(allBefore, all))));
    return col(LABELLED).and(gone.or(come));
  }

  /** Whether nothing is unlikely where a number was expected (Poisson). */
  private static Column unlikely(Column expected) {
    return coalesce(expected.gt(-Math.log(UNLIKELY)), lit(false));
  }

  /** A count's base is the year before; a rate's or a median's is what it was computed from. */
  private Column smallBase() {
    Column smallest = registry.smallestBase();
    return when(registry.isAdditive(), PREVIOUS_VALUE.col().lt(smallest))
        .otherwise(
            coalesce(DENOMINATOR.col(), lit(0))
                .lt(smallest)
                .or(coalesce(col(DENOMINATOR_BEFORE), lit(0)).lt(smallest)));
  }
}

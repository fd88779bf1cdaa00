package org.nianbao.trend;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.YEAR;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Table;

/**
 * What {@code seeds/measures.csv} and its companions say of the measure of a row, as columns: every
 * aggregation asks it.
 */
final class Registry {
  private final Seeds seeds;

  Registry(Seeds seeds) {
    this.seeds = seeds;
  }

  Column dataset() {
    return property("dataset");
  }

  /** What towns are ranked by: {@code value}, {@code per_10k}, or null. */
  Column rankedBy() {
    return property("ranked_by");
  }

  Column smallestBase() {
    return property("smallest_base").cast("long");
  }

  /** Whether parts may be added up: counts and amounts, not rates and medians. */
  Column isAdditive() {
    return is(row -> row.flag("additive"));
  }

  Column isCount() {
    return is(row -> row.get("kind").equals("count"));
  }

  Column isRate() {
    return is(row -> row.get("kind").equals("rate"));
  }

  /** Whether less of it is better. */
  Column isBetterLower() {
    return is(row -> row.get("better").equals("lower"));
  }

  /** Whether it means something else from the year of the row on. */
  Column isRedefined() {
    Column redefined = lit(false);
    for (SeedRow row : seeds.rows("definition_breaks")) {
      redefined =
          redefined.or(
              MEASURE
                  .col()
                  .equalTo(row.get("measure"))
                  .and(YEAR.col().equalTo(Integer.valueOf(row.get("new_from")))));
    }
    return redefined;
  }

  /** Whether the members of a breakdown leave nothing out. */
  boolean isExhaustive(Breakdown breakdown) {
    return seeds.rows("breakdowns").stream()
        .filter(row -> row.get("measure").equals(breakdown.measure()))
        .filter(row -> row.get("dimension").equals(breakdown.member().name()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "seeds/breakdowns.csv lacks %s by %s"
                        .formatted(breakdown.measure(), breakdown.member().name())))
        .flag("exhaustive");
  }

  private Column is(Predicate<SeedRow> property) {
    Object[] measures =
        seeds.rows(MEASURE.vocabulary()).stream()
            .filter(property)
            .map(row -> row.get("code"))
            .toArray();
    return MEASURE.col().isin(measures);
  }

  private Column property(String name) {
    Map<String, String> values =
        seeds.rows(MEASURE.vocabulary()).stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> row.get(name)));
    Column value = Table.lookup(MEASURE.col(), values);
    return when(value.notEqual(""), value);
  }
}

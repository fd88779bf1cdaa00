package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataTypes;
import org.nianbao.fact.Rendering;
import org.nianbao.fact.Units;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.trend.TownComparison;

/** How Excel shows the numbers of result tables. */
final class Formats {
  static final String DATE = "yyyy-mm-dd";
  static final String COUNT = "#,##0";
  static final String DAYS = "0.00";

  /** Years, months, ranks: numbers that nobody adds up. */
  static final String ORDINAL = "0";

  private static final String DECIMAL = "#,##0.00##";
  private static final String DAY = "天";

  /** In the unit of what the towns are ranked by. */
  private static final Set<Field> AS_RANKED =
      Set.of(
          TownComparison.MEDIAN,
          TownComparison.DISTANCE,
          TownComparison.INTERVAL_LOW,
          TownComparison.INTERVAL_HIGH);

  private final Units units;
  private final Map<String, String> rankedBy;

  Formats(Seeds seeds) {
    this.units = new Units(seeds);
    this.rankedBy =
        seeds.rows(Shared.MEASURE.vocabulary()).stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("ranked_by")));
  }

  /** Whether the towns are ranked by the value of a measure per 10,000 inhabitants. */
  boolean isRankedPerHead(String measure) {
    return TownComparison.PER_10K.name().equals(rankedBy.get(measure));
  }

  /** The format of a cell. */
  String of(ResultRow row, Field field, BigDecimal number) {
    if (field.type().equals(DataTypes.IntegerType)) {
      return ORDINAL;
    }
    return of(unit(row, field), number);
  }

  /**
   * The format of a number with a unit. A rate has one decimal, and more where it would else read
   * as nothing or all.
   */
  static String of(String unit, BigDecimal number) {
    if (unit.equals(Rendering.PERCENT) || unit.equals(Rendering.POINTS)) {
      int decimals = new BigDecimal(Rendering.number(number, unit)).scale();
      return "0." + "0".repeat(Math.max(1, decimals)) + "%";
    }
    if (unit.equals(DAY)) {
      return DAYS;
    }
    return number.stripTrailingZeros().scale() <= 0 ? COUNT : DECIMAL;
  }

  private String unit(ResultRow row, Field field) {
    if (row.table().equals(TownComparison.TABLE)) {
      String measure = row.text(Shared.MEASURE);
      boolean inItsUnit =
          field.equals(TownComparison.VALUE)
              || (AS_RANKED.contains(field) && !isRankedPerHead(measure));
      if (inItsUnit) {
        return units.of(measure);
      }
    }
    return units.of(row, field);
  }
}

package org.nianbao.fact;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DecimalType;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;

/** What the numbers of result tables count. */
public final class Units {
  /** Differences of shares: a fraction of them is read in points. */
  private static final Set<Field> POINTS = Set.of(Trends.SHARE_CHANGE, Trends.CONTRIBUTION_POINTS);

  private static final Set<Field> IN_UNIT_OF_MEASURE =
      Set.of(Trends.VALUE, Trends.PREVIOUS_VALUE, Trends.CHANGE, Trends.CHANGE_ON_MONTH);

  private final Map<String, String> ofMeasures;

  public Units(Seeds seeds) {
    this.ofMeasures =
        seeds.rows(Shared.MEASURE.vocabulary()).stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("unit")));
  }

  /** The unit of a measure; nothing where the lists do not know it. */
  public String of(String measure) {
    return ofMeasures.getOrDefault(measure, "");
  }

  /** The unit of a cell; nothing where no unit is known. Rates are read in per cent. */
  public String of(ResultRow row, Field field) {
    if (POINTS.contains(field)) {
      return Rendering.POINTS;
    }
    if (field.isRate()) {
      return Rendering.PERCENT;
    }
    if (!field.unit().isEmpty()) {
      return field.unit();
    }
    if (row.has(Trends.DIMENSION) && IN_UNIT_OF_MEASURE.contains(field)) {
      String unit = of(row.text(Shared.MEASURE));
      boolean difference = !field.equals(Trends.VALUE) && !field.equals(Trends.PREVIOUS_VALUE);
      return difference && unit.equals(Rendering.PERCENT) ? Rendering.POINTS : unit;
    }
    boolean counted = field.type() instanceof DecimalType && row.has(YearlyMeasures.UNIT);
    return counted && field.name().equals(YearlyMeasures.VALUE.name())
        ? row.text(YearlyMeasures.UNIT)
        : "";
  }
}

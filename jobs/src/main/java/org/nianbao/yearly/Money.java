package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Table;

/** Units of money: towns write 元 or 万元, forms want one of them, results are in one unit. */
final class Money {
  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, String> factors = new HashMap<>();

  Money(Seeds seeds) {
    for (SeedRow row : seeds.rows("units")) {
      bases.put(row.get("unit"), row.get("base"));
      factors.put(row.get("unit"), row.get("factor"));
    }
  }

  /** The unit in which results are; null where a unit is none of money. */
  String base(String unit) {
    return bases.get(unit);
  }

  /** What one of a unit is in the unit of results. */
  String factor(String unit) {
    return factors.getOrDefault(unit, "1");
  }

  /** A number in the unit of results; unchanged where its unit is none of money. */
  Column converted(Column number, Column unit) {
    Column factor = Table.label(unit, factors).try_cast(DeclaredFigures.VALUE.type());
    return number.multiply(coalesce(factor, lit(1)));
  }

  /** The unit of such a number. */
  Column convertedUnit(Column unit) {
    return Table.label(unit, bases);
  }
}

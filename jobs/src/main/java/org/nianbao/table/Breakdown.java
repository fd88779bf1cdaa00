package org.nianbao.table;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A breakdown of a measure that a result table holds, and that trends follow over the years. Its
 * rows are leaves: their sum over a member is the member's value.
 *
 * @param measure code of the measure, from seeds/measures.csv
 * @param table the table that holds it
 * @param member the column of its members; its name is the name of the dimension
 * @param value the column that counts
 * @param absentIsZero whether a member without rows in a year that is known had none; where members
 *     come from exports of their own, it may only be missing
 * @param where the rows it takes in, by the code that a column must have; empty: all
 */
public record Breakdown(
    String measure,
    Table table,
    Field member,
    Field value,
    boolean absentIsZero,
    Map<Field, String> where) {

  public Breakdown {
    where = Map.copyOf(where);
  }

  public Breakdown(String measure, Table table, Field member, Field value) {
    this(measure, table, member, value, true, Map.of());
  }

  /** Whether it takes in a row of its table. */
  public Column taken() {
    Column taken = functions.lit(true);
    for (Map.Entry<Field, String> only : where.entrySet()) {
      taken = taken.and(only.getKey().col().equalTo(only.getValue()));
    }
    return taken;
  }
}

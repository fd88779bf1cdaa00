package org.nianbao.table;

import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

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

  /** The member as text; numbers, such as months, with two digits, so that they sort. */
  public Column memberText() {
    return isNumbered() ? functions.lpad(member.col().cast("string"), 2, "0") : member.col();
  }

  /** What people read for a member. */
  public Column memberLabel(Column text, Function<String, Map<String, String>> labels) {
    if (isNumbered()) {
      return functions.concat(text.cast("int").cast("string"), functions.lit(member.unit()));
    }
    return Table.label(text, labels.apply(member.vocabulary()));
  }

  /** Whether its members are numbers, and not labels that may change. */
  public boolean isNumbered() {
    return member.type().equals(DataTypes.IntegerType);
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

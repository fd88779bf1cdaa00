package org.nianbao.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One row of a result table, as documents are made of it.
 *
 * @param values in the order of the table's columns; null: not known or not released. An empty
 *     text, which a delivered file cannot tell from nothing, is null too
 */
public record ResultRow(Table table, List<Object> values) {

  public ResultRow {
    List<Object> known = new ArrayList<>(values);
    known.replaceAll(value -> "".equals(value) || value == Hidden.CELL ? null : value);
    values = Collections.unmodifiableList(known);
    if (values.size() != table.fields().size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, not %d"
              .formatted(table.name(), table.fields().size(), values.size()));
    }
  }

  /** A row that has the columns of the table, in its order. */
  public static ResultRow of(Table table, Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(row.get(i));
    }
    return new ResultRow(table, values);
  }

  /** The value of a column; null where it is not known. */
  public Object value(Field field) {
    return values.get(table.fields().indexOf(field));
  }

  /** The value as text; null where it is not known. */
  public String text(Field field) {
    Object value = value(field);
    return value == null ? null : value.toString();
  }

  /** The value of a number, without zeros at its end; null where it is not known. */
  public BigDecimal number(Field field) {
    Object value = value(field);
    if (value == null) {
      return null;
    }
    BigDecimal number =
        value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** The value of a flag; what is not known is false. */
  public boolean flag(Field field) {
    return Boolean.TRUE.equals(value(field));
  }

  public boolean has(Field field) {
    return table.fields().contains(field);
  }

  /** The name that people read for a code: its label where the table shows one, else itself. */
  public String shown(Field code) {
    return has(code.shown()) && text(code.shown()) != null ? text(code.shown()) : text(code);
  }
}

package org.nianbao.table;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The contract of one physical table.
 *
 * @param name ASCII snake_case: the folder of its Delta table and the name of its CSV file
 * @param label the Chinese title that people read
 * @param grain what one row is, as a sentence
 * @param key the columns that identify a row; also the order of rows wherever the table is written
 * @param fields every column, in order
 */
public record Table(String name, String label, String grain, List<Field> key, List<Field> fields) {

  public Table {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    if (!fields.containsAll(key)) {
      throw new IllegalArgumentException("Key of " + name + " names columns it does not have");
    }
  }

  public StructType schema() {
    return DataTypes.createStructType(
        fields.stream()
            .map(field -> DataTypes.createStructField(field.name(), field.type(), true))
            .toArray(StructField[]::new));
  }

  /** Rows with exactly this table's columns, in its order and types. */
  public Dataset<Row> conform(Dataset<Row> rows) {
    return rows.select(fields.stream().map(field -> field.of(field.col())).toArray(Column[]::new));
  }

  /** The order in which rows are delivered: missing keys first. */
  public Column[] order() {
    return key.stream().map(field -> field.col().asc_nulls_first()).toArray(Column[]::new);
  }
}

package org.nianbao.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.functions;
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

  /**
   * Rows with the town's name and every label that this table shows beside a code.
   *
   * @param labels the label by code of each list of seeds; a code without a label is one itself
   */
  public Dataset<Row> labelled(Dataset<Row> rows, Function<String, Map<String, String>> labels) {
    Map<String, Column> names = new LinkedHashMap<>();
    Set<String> present = Set.of(rows.columns());
    for (Field field : fields) {
      if (present.contains(field.name())) {
        continue;
      }
      Optional<String> coded = field.labelled();
      if (field.equals(Shared.TOWN)) {
        Map<String, String> towns = labels.apply(Shared.TOWN_CODE.vocabulary());
        names.put(field.name(), label(Shared.TOWN_CODE.col(), towns));
      } else if (coded.isPresent()) {
        Map<String, String> texts = labels.apply(field.vocabulary());
        names.put(field.name(), label(functions.col(coded.get()), texts));
      }
    }
    return names.isEmpty() ? rows : rows.withColumns(names);
  }

  /** The label of a code; the code itself where the list does not know it. */
  public static Column label(Column code, Map<String, String> labels) {
    return functions.coalesce(
        lookup(code, labels),
        functions.when(
            code.equalTo(ArchiveTable.UNMAPPED), functions.lit(ArchiveTable.UNMAPPED_LABEL)),
        code);
  }

  /**
   * What a code is mapped to; null where it is not. As a map of literals each of its entries would
   * be planned anew with every query.
   */
  public static Column lookup(Column code, Map<String, String> meanings) {
    if (meanings.isEmpty()) {
      return functions.lit(null).cast("string");
    }
    Map<String, String> carried = new HashMap<>(meanings);
    return functions
        .udf((UDF1<String, String>) carried::get, DataTypes.StringType)
        .apply(code.cast("string"));
  }

  /** Rows with exactly this table's columns, in its order and types. */
  public Dataset<Row> conform(Dataset<Row> rows) {
    return rows.select(fields.stream().map(field -> field.of(field.col())).toArray(Column[]::new));
  }

  /** The columns that say something of a row: neither its key nor the names of what is in it. */
  public List<Field> figures() {
    return fields.stream()
        .filter(field -> !key.contains(field) && !field.equals(Shared.TOWN))
        .filter(field -> field.labelled().isEmpty())
        .toList();
  }

  /** A row of this table outside Spark. */
  public Row row(Object... values) {
    return new GenericRowWithSchema(values, schema());
  }

  /** The same order for rows outside Spark. */
  public Comparator<Row> comparator() {
    return new RowOrder(this);
  }

  /** The order in which rows are delivered: missing keys first. */
  public Column[] order() {
    return key.stream().map(field -> field.col().asc_nulls_first()).toArray(Column[]::new);
  }
}

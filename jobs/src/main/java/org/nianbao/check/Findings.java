package org.nianbao.check;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.table.Checks;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;

/** The form in which checks hand over what they find. */
final class Findings {
  /** What a check fills in; severity, difference and labels follow from it. */
  static final List<Field> FIELDS =
      List.of(
          Checks.CHECK,
          Shared.TOWN_CODE,
          Shared.YEAR,
          Checks.STATUS,
          Checks.EXPECTED,
          Checks.ACTUAL,
          Checks.DETAIL,
          Shared.SOURCE_FILE,
          Checks.SUBJECT);

  private Findings() {}

  static Dataset<Row> of(SparkSession spark, List<Finding> findings) {
    StructType schema = new StructType();
    for (Field field : FIELDS) {
      schema = schema.add(field.name(), field.type());
    }
    return spark.createDataFrame(findings.stream().map(Finding::toRow).toList(), schema);
  }

  /** Rows as findings of a check; columns that are not given are empty. */
  static Dataset<Row> of(String check, Dataset<Row> rows, Map<Field, Column> columns) {
    return of(lit(check), rows, columns);
  }

  /** Rows as findings of the check that each names. */
  static Dataset<Row> of(Column check, Dataset<Row> rows, Map<Field, Column> columns) {
    return rows.select(
        FIELDS.stream()
            .map(
                field ->
                    field.equals(Checks.CHECK)
                        ? field.of(check)
                        : field.of(columns.getOrDefault(field, lit(null))))
            .toArray(Column[]::new));
  }

  /** A number as people write it, without the zeros that end a decimal. */
  static Column plain(Column number) {
    Column text = number.cast(DataTypes.createDecimalType(24, 6)).cast(DataTypes.StringType);
    return regexp_replace(text, lit("\\.?0+$"), lit(""));
  }
}

package org.nianbao.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.nianbao.seed.Forms;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.StatutoryTables;

/** Cells of forms that reports printed, known by the labels of their rows and columns. */
final class PrintedForms {
  static final Column PRINTED = col("printed");
  private static final List<Field> FIELDS =
      List.of(
          Shared.TOWN_CODE,
          Shared.YEAR,
          StatutoryTables.FORM,
          StatutoryTables.FORM_TABLE,
          StatutoryTables.ROW,
          StatutoryTables.ROW_LABEL,
          StatutoryTables.COLUMN,
          StatutoryTables.COLUMN_LABEL,
          StatutoryTables.VALUE);

  private PrintedForms() {}

  /** The cell that a printed figure stands in; empty where it stands in none of a form. */
  static Optional<Forms.Cell> cell(Forms forms, SeedRow figure, SeedRow mapping) {
    if (mapping == null || !mapping.get("table").equals(StatutoryTables.TABLE.name())) {
      return Optional.empty();
    }
    String table = mapping.get("where").replace(StatutoryTables.FORM_TABLE.name() + "=", "");
    String[] labels = figure.get("member").split(Printed.TIMES, -1);
    return labels.length == 2
        ? forms.cell(Integer.parseInt(figure.get("year")), table, labels[0], labels[1])
        : Optional.empty();
  }

  /** The cells of all forms, computed and printed. */
  static Dataset<Row> withComputed(Evidence evidence) {
    Column[] columns = FIELDS.stream().map(Field::col).toArray(Column[]::new);
    return evidence
        .rows(StatutoryTables.TABLE)
        .filter(StatutoryTables.FORM.col().isNotNull())
        .select(columns)
        .withColumn("printed", lit(false))
        .unionByName(printed(evidence).withColumn("printed", lit(true)));
  }

  private static Dataset<Row> printed(Evidence evidence) {
    Seeds seeds = evidence.seeds();
    Forms forms = Forms.of(seeds);
    Printed printed = Printed.of(evidence);
    List<Row> rows = new ArrayList<>();
    for (SeedRow figure : seeds.rows("published_figures")) {
      cell(forms, figure, printed.mapping(figure)).ifPresent(cell -> rows.add(row(figure, cell)));
    }
    StructType schema = new StructType();
    for (Field field : FIELDS) {
      schema = schema.add(field.name(), field.type());
    }
    return evidence.spark().createDataFrame(rows, schema);
  }

  private static Row row(SeedRow figure, Forms.Cell cell) {
    return RowFactory.create(
        figure.get("town_code"),
        Integer.valueOf(figure.get("year")),
        cell.form(),
        cell.table(),
        cell.row(),
        cell.rowLabel(),
        cell.column(),
        cell.columnLabel(),
        new BigDecimal(figure.get("value")));
  }
}

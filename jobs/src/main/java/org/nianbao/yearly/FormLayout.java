package org.nianbao.yearly;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.StatutoryTables.FORM;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.seed.Forms;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.StatutoryTables;

/** The forms as small tables that facts can be joined with. */
final class FormLayout {
  static final Field CELL = Field.integer("cell", "单元格", "Number of the cell in the layout");
  static final Column BASE = functions.col("base");
  static final Column FACTOR = functions.col("factor");

  private final Forms forms;
  private final Inputs archive;

  FormLayout(Forms forms, Inputs archive) {
    this.forms = forms;
    this.archive = archive;
  }

  /** The form of a report year; null before there was one. */
  Column form(Column year) {
    Column form = lit(null).cast(DataTypes.StringType);
    for (Forms.Period period : forms.periods()) {
      Column holds = year.geq(period.first());
      if (period.last() != null) {
        holds = holds.and(year.leq(period.last()));
      }
      form = when(holds, lit(period.form())).otherwise(form);
    }
    return form;
  }

  /** One row per cell. */
  Dataset<Row> cells() {
    List<Field> fields =
        List.of(
            CELL,
            FORM,
            StatutoryTables.FORM_TABLE,
            StatutoryTables.TABLE_LABEL,
            StatutoryTables.LINE,
            StatutoryTables.ROW,
            StatutoryTables.ROW_LABEL,
            StatutoryTables.GROUP,
            StatutoryTables.PLACE,
            StatutoryTables.COLUMN,
            StatutoryTables.COLUMN_LABEL,
            StatutoryTables.UNIT,
            Shared.DATASET);
    List<Row> rows = new ArrayList<>();
    for (Forms.Cell cell : forms.cells()) {
      rows.add(
          RowFactory.create(
              rows.size(),
              cell.form(),
              cell.table(),
              cell.tableLabel(),
              cell.line(),
              cell.row(),
              cell.rowLabel(),
              cell.group().isEmpty() ? null : cell.group(),
              cell.place(),
              cell.column(),
              cell.columnLabel(),
              cell.unit(),
              cell.dataset()));
    }
    return frame(rows, schema(fields));
  }

  /** One row per fact that a cell takes; a cell in a unit of money takes money alone. */
  Dataset<Row> addresses() {
    Money money = new Money(archive.seeds());
    StructType schema =
        schema(List.of(CELL, FORM, FormFacts.SOURCE, FormFacts.ITEM, FormFacts.MEMBER))
            .add("base", DataTypes.StringType)
            .add("factor", FormFacts.VALUE.type());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < forms.cells().size(); i++) {
      Forms.Cell cell = forms.cells().get(i);
      for (String item : cell.items()) {
        for (String member : cell.members()) {
          rows.add(
              RowFactory.create(
                  i,
                  cell.form(),
                  cell.source(),
                  item,
                  member,
                  money.base(cell.unit()),
                  new BigDecimal(money.factor(cell.unit()))));
        }
      }
    }
    return frame(rows, schema);
  }

  private static StructType schema(List<Field> fields) {
    StructType schema = new StructType();
    for (Field field : fields) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }

  private Dataset<Row> frame(List<Row> rows, StructType schema) {
    return archive.coverage().sparkSession().createDataFrame(rows, schema);
  }
}

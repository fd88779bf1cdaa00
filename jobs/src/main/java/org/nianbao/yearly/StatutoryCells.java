package org.nianbao.yearly;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.StatutoryTables.COUNTED;
import static org.nianbao.table.StatutoryTables.DECLARED;
import static org.nianbao.table.StatutoryTables.FORM;
import static org.nianbao.table.StatutoryTables.NOT_AVAILABLE;
import static org.nianbao.table.StatutoryTables.VALUE;
import static org.nianbao.table.StatutoryTables.VALUE_KIND;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Forms;
import org.nianbao.table.Coverage;
import org.nianbao.table.StatutoryTables;
import org.nianbao.table.Table;

/**
 * Every cell of the form that a report year has to use (国办发〔2014〕32号, 国办公开办函〔2019〕60号, 〔2021〕30号).
 * The layout and what each cell takes are lists under {@code seeds/forms}.
 */
public final class StatutoryCells implements YearlyTable {
  private static final Column SUM = col("sum");
  private static final Column ANY_DECLARED = col("any_declared");
  private static final Column KNOWN = col("known");

  @Override
  public Table contract() {
    return StatutoryTables.TABLE;
  }

  /**
   * What was counted in a year that is known and has nothing is zero; of anything else that has no
   * number, the cell is blank.
   */
  @Override
  public Dataset<Row> compute(Inputs archive) {
    FormLayout layout = new FormLayout(Forms.of(archive.seeds()), archive);
    String[] cell = {TOWN_CODE.name(), YEAR.name(), FormLayout.CELL.name()};
    Column zero = when(array_contains(KNOWN, DATASET.col()), lit(0));
    Column value = coalesce(SUM, zero);
    Column kind =
        when(value.isNull(), NOT_AVAILABLE).when(ANY_DECLARED, DECLARED).otherwise(COUNTED);
    return townYears(archive, layout)
        .join(broadcast(layout.cells()), FORM.name())
        .join(numbers(archive, layout), cell, "left")
        .withColumn(VALUE.name(), VALUE.of(value))
        .withColumn(VALUE_KIND.name(), kind);
  }

  /** The numbers that cells add up. */
  private static Dataset<Row> numbers(Inputs archive, FormLayout layout) {
    String[] address = {
      FORM.name(), FormFacts.SOURCE.name(), FormFacts.ITEM.name(), FormFacts.MEMBER.name()
    };
    Column rightUnit = FormLayout.BASE.isNull().or(FormFacts.UNIT.col().equalTo(FormLayout.BASE));
    return FormFacts.of(archive)
        .withColumn(FORM.name(), layout.form(YEAR.col()))
        .join(broadcast(layout.addresses()), address)
        .filter(rightUnit)
        .groupBy(TOWN_CODE.col(), YEAR.col(), FormLayout.CELL.col())
        .agg(
            sum(FormFacts.VALUE.col().divide(FormLayout.FACTOR)).as("sum"),
            bool_or(FormFacts.DECLARED.col()).as("any_declared"));
  }

  /** Town-years that have a form, with the datasets that are known. */
  private static Dataset<Row> townYears(Inputs archive, FormLayout layout) {
    Column known = Coverage.STATUS.col().notEqual(Coverage.MISSING);
    return archive
        .coverage()
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(collect_set(when(known, DATASET.col())).as("known"))
        .withColumn(FORM.name(), layout.form(YEAR.col()));
  }
}

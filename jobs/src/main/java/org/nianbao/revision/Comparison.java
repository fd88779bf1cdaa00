package org.nianbao.revision;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Revisions.AFTER;
import static org.nianbao.table.Revisions.BEFORE;
import static org.nianbao.table.Revisions.CAUSE;
import static org.nianbao.table.Revisions.COLUMN;
import static org.nianbao.table.Revisions.COLUMN_LABEL;
import static org.nianbao.table.Revisions.DIFFERENCE;
import static org.nianbao.table.Revisions.MEMBER;
import static org.nianbao.table.Revisions.MEMBER_LABEL;
import static org.nianbao.table.Revisions.TABLE_LABEL;
import static org.nianbao.table.Revisions.TABLE_NAME;
import static org.nianbao.table.Revisions.UNIT;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Field;
import org.nianbao.table.Revisions;
import org.nianbao.table.Table;
import org.nianbao.table.YearlyMeasures;

/**
 * Compares two states of result tables figure by figure. All tables are laid out as one long list
 * of figures, so that however many there are, they are compared in one pass.
 */
public final class Comparison {
  private static final String IS_BEFORE = "is_before";
  private static final String FIGURE = "figure";
  private static final String TEXT = "text";
  private static final String NUMBER = "number";
  private static final String NUMBER_BEFORE = "number_before";
  private static final String NUMBER_AFTER = "number_after";

  private final Function<String, Map<String, String>> labels;

  /**
   * Sets up the comparison.
   *
   * @param labels the label by code of each list of seeds
   */
  public Comparison(Function<String, Map<String, String>> labels) {
    this.labels = labels;
  }

  /** One table in two states. */
  public record States(Table table, Dataset<Row> before, Dataset<Row> after) {}

  /**
   * The figures that differ. A row that is on one side only differs in every number it has; what
   * stands in words beside its numbers is then no figure of its own.
   *
   * @param tables at least one
   * @return the columns of {@link Revisions}; the cause is empty
   */
  public Dataset<Row> differences(List<States> tables) {
    Dataset<Row> figures =
        tables.stream()
            .flatMap(
                states ->
                    Stream.of(
                        figures(states.table(), states.before(), true),
                        figures(states.table(), states.after(), false)))
            .reduce(Dataset::union)
            .orElseThrow();
    Column onBothSides = BEFORE.col().isNotNull().and(AFTER.col().isNotNull());
    Column isNumber = coalesce(col(NUMBER_BEFORE), col(NUMBER_AFTER)).isNotNull();
    Dataset<Row> differing =
        sideBySide(figures)
            .filter(not(BEFORE.col().eqNullSafe(AFTER.col())).and(onBothSides.or(isNumber)))
            .withColumn(DIFFERENCE.name(), col(NUMBER_AFTER).minus(col(NUMBER_BEFORE)))
            .withColumn(CAUSE.name(), lit(""));
    return Revisions.TABLE.conform(Revisions.TABLE.labelled(differing, labels));
  }

  private Dataset<Row> figures(Table table, Dataset<Row> rows, boolean before) {
    List<Field> members =
        table.key().stream().filter(field -> !List.of(TOWN_CODE, YEAR).contains(field)).toList();
    Column[] figures =
        table.figures().stream().map(field -> figure(table, field)).toArray(Column[]::new);
    return rows.select(
            lit(table.name()).as(TABLE_NAME.name()),
            lit(table.label()).as(TABLE_LABEL.name()),
            TOWN_CODE.col(),
            YEAR.col(),
            concat_ws(" ", columns(members, Comparison::code)).as(MEMBER.name()),
            concat_ws("、", columns(members, this::label)).as(MEMBER_LABEL.name()),
            lit(before).as(IS_BEFORE),
            explode(array(figures)).as(FIGURE))
        .select(col("*"), col(FIGURE + ".*"))
        .drop(FIGURE)
        .filter(col(TEXT).isNotNull());
  }

  private static Column[] columns(List<Field> fields, Function<Field, Column> expression) {
    return fields.stream().map(expression).toArray(Column[]::new);
  }

  private static Column figure(Table table, Field field) {
    boolean unitInRow =
        field.equals(YearlyMeasures.VALUE) && table.fields().contains(YearlyMeasures.UNIT);
    Column number = field.isNumber() ? field.col() : lit(null);
    return struct(
        lit(field.name()).as(COLUMN.name()),
        lit(field.label()).as(COLUMN_LABEL.name()),
        (unitInRow ? YearlyMeasures.UNIT.col() : lit(field.unit())).as(UNIT.name()),
        field.text().as(TEXT),
        number.cast(DIFFERENCE.type()).as(NUMBER));
  }

  private static Column code(Field field) {
    return concat(lit(field.name() + "="), coalesce(field.text(), lit("")));
  }

  /** A code by its label; a bare value, such as a month, behind the name of its column. */
  private Column label(Field field) {
    Column text = coalesce(field.text(), lit(""));
    return field.vocabulary().isEmpty()
        ? concat(lit(field.label()), text)
        : Table.label(text, labels.apply(field.vocabulary()));
  }

  private static Dataset<Row> sideBySide(Dataset<Row> figures) {
    Column before = col(IS_BEFORE);
    return figures
        .groupBy(TABLE_NAME.col(), TOWN_CODE.col(), YEAR.col(), MEMBER.col(), COLUMN.col())
        .agg(
            max(when(before, col(TEXT))).as(BEFORE.name()),
            max(when(not(before), col(TEXT))).as(AFTER.name()),
            max(when(before, col(NUMBER))).as(NUMBER_BEFORE),
            max(when(not(before), col(NUMBER))).as(NUMBER_AFTER),
            max(TABLE_LABEL.col()).as(TABLE_LABEL.name()),
            max(MEMBER_LABEL.col()).as(MEMBER_LABEL.name()),
            max(COLUMN_LABEL.col()).as(COLUMN_LABEL.name()),
            max(UNIT.col()).as(UNIT.name()));
  }
}

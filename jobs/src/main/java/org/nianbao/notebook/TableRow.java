package org.nianbao.notebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One row of a result table. A cell that is empty is not known, or does not apply: it is never zero
 * and never false.
 */
public final class TableRow {
  private final ResultTable table;
  private final List<String> cells;

  TableRow(ResultTable table, List<String> cells) {
    this.table = table;
    this.cells = List.copyOf(cells);
  }

  /**
   * A cell as it is delivered: plain digits, ISO 8601 dates, nothing where it is empty. A text that
   * a spreadsheet would take for a formula has an apostrophe before it.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public String text(String column) {
    return cells.get(table.indexOf(column));
  }

  /** Whether the cell says something. */
  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  /**
   * A count, an amount or a rate; rates are between 0 and 1.
   *
   * @throws IllegalArgumentException if it is a column of no numbers
   */
  public Optional<BigDecimal> number(String column) {
    return cell(column, "integer", "number").map(BigDecimal::new);
  }

  /**
   * Yes or no.
   *
   * @throws IllegalArgumentException if it is a column of something else
   */
  public Optional<Boolean> flag(String column) {
    return cell(column, "boolean").map(Boolean::valueOf);
  }

  /**
   * A civil day.
   *
   * @throws IllegalArgumentException if it is a column of something else
   */
  public Optional<LocalDate> date(String column) {
    return cell(column, "date").map(LocalDate::parse);
  }

  private Optional<String> cell(String column, String... types) {
    String type = table.column(column).type();
    if (!List.of(types).contains(type)) {
      throw new IllegalArgumentException(
          "Cannot read %s of %s as %s: it is of type %s; read it as text"
              .formatted(column, table.name(), types[types.length - 1], type));
    }
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  List<String> cells() {
    return cells;
  }

  @Override
  public String toString() {
    return String.join(" | ", cells);
  }
}

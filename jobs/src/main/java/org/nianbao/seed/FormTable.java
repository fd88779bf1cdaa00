package org.nianbao.seed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of a form as it is printed: its rows from the top, its columns from the left, and the
 * headings above both.
 *
 * @param stub what is printed above the names of the rows
 * @param heading what is printed above all columns; in a list, above the units
 */
public record FormTable(
    String label,
    Layout layout,
    String stub,
    String heading,
    List<Line> lines,
    List<Column> columns) {

  public FormTable {
    lines = List.copyOf(lines);
    columns = List.copyOf(columns);
  }

  /** How rows and columns stand on paper. */
  public enum Layout {
    /** A row for each number, with its unit. */
    LIST,
    /** Parts below each other, with headers of their own. */
    BLOCKS,
    /** Rows by columns. */
    MATRIX,
    /** The rows beside each other, as groups of columns above one row of numbers. */
    ACROSS
  }

  /**
   * A row.
   *
   * @param position its place from the top
   * @param block the part of the table that it belongs to
   * @param group the heading above it, or empty
   * @param outerGroup the heading above that, or empty
   * @param unit what its numbers count, or empty
   */
  public record Line(
      int position, String block, String label, String group, String outerGroup, String unit) {}

  /**
   * A column of a block.
   *
   * @param position its place from the left
   * @param group the heading above it, or empty
   * @param unit what its numbers count, where it differs from the row, or empty
   */
  public record Column(int position, String block, String label, String group, String unit) {}

  /**
   * The table that the form of a report year has.
   *
   * @param table its number or name in the form
   */
  public static Optional<FormTable> of(Seeds seeds, int year, String table) {
    return seeds.rows("form_tables").stream()
        .filter(row -> row.get(Forms.TABLE).equals(table) && Forms.period(row).holds(year))
        .map(row -> of(seeds, row))
        .findFirst();
  }

  private static FormTable of(Seeds seeds, SeedRow table) {
    return new FormTable(
        table.get("label"),
        Layout.valueOf(table.get("layout").toUpperCase(Locale.ROOT)),
        table.get("stub"),
        table.get("heading"),
        Forms.within(table, seeds.rows("form_rows")).stream().map(FormTable::line).toList(),
        Forms.within(table, seeds.rows("form_columns")).stream().map(FormTable::column).toList());
  }

  private static Line line(SeedRow row) {
    return new Line(
        Integer.parseInt(row.get("position")),
        row.get(Forms.BLOCK),
        row.get("label"),
        row.get("group"),
        row.get("outer_group"),
        row.get("unit"));
  }

  private static Column column(SeedRow row) {
    return new Column(
        Integer.parseInt(row.get("position")),
        row.get(Forms.BLOCK),
        row.get("label"),
        row.get("group"),
        row.get("unit"));
  }

  /** The columns of a part of the table. */
  public List<Column> columns(String block) {
    return columns.stream().filter(column -> column.block().equals(block)).toList();
  }
}

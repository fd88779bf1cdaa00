package org.nianbao.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forms of the yearly report as the reference lists lay them out: which report years use one,
 * and its tables as cells, row by row from the top left.
 */
public record Forms(List<Period> periods, List<Cell> cells) {
  private static final String FORM = "form";
  static final String TABLE = "table";
  static final String BLOCK = "block";

  public Forms {
    periods = List.copyOf(periods);
    cells = List.copyOf(cells);
  }

  /**
   * The report years that use a form.
   *
   * @param last null: in force
   */
  public record Period(String form, int first, Integer last) {
    boolean holds(int year) {
      return first <= year && (last == null || year <= last);
    }
  }

  /**
   * One cell of a table.
   *
   * @param line the place of its row from the top
   * @param place the place of its column from the left
   * @param group the heading above its row, or empty
   * @param unit what its number counts
   * @param dataset what must be known, so that nothing counted is zero; empty: no number, no cell
   * @param source what is counted
   * @param items members of the source that are added up
   * @param members members of the source's second breakdown that are added up
   */
  public record Cell(
      String form,
      String table,
      String tableLabel,
      int line,
      String row,
      String rowLabel,
      String group,
      int place,
      String column,
      String columnLabel,
      String unit,
      String dataset,
      String source,
      List<String> items,
      List<String> members) {}

  /** Lays the forms out. */
  public static Forms of(Seeds seeds) {
    List<Period> periods = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (SeedRow table : seeds.rows("form_tables")) {
      Period period = period(table);
      if (!periods.contains(period)) {
        periods.add(period);
      }
      for (SeedRow row : within(table, seeds.rows("form_rows"))) {
        for (SeedRow column : within(table, seeds.rows("form_columns"))) {
          if (column.get(BLOCK).equals(row.get(BLOCK))) {
            cells.add(cell(table, row, column));
          }
        }
      }
    }
    return new Forms(periods, cells);
  }

  static Period period(SeedRow table) {
    String last = table.get("last_year");
    return new Period(
        table.get(FORM),
        Integer.parseInt(table.get("first_year")),
        last.isEmpty() ? null : Integer.valueOf(last));
  }

  static List<SeedRow> within(SeedRow table, List<SeedRow> rows) {
    return rows.stream()
        .filter(row -> row.get(FORM).equals(table.get(FORM)))
        .filter(row -> row.get(TABLE).equals(table.get(TABLE)))
        .toList();
  }

  private static Cell cell(SeedRow table, SeedRow row, SeedRow column) {
    List<String> own = row.list("member");
    String unit = column.get("unit");
    return new Cell(
        table.get(FORM),
        table.get(TABLE),
        table.get("label"),
        Integer.parseInt(row.get("position")),
        row.get("row"),
        row.get("label"),
        row.get("group"),
        Integer.parseInt(column.get("position")),
        column.get("column"),
        column.get("label"),
        unit.isEmpty() ? row.get("unit") : unit,
        row.get("dataset"),
        row.get("source"),
        row.list("item"),
        own.isEmpty() ? column.list("member") : own);
  }

  /** The form of a report year; empty before there was one. */
  public Optional<String> form(int year) {
    return periods.stream().filter(period -> period.holds(year)).map(Period::form).findFirst();
  }

  /**
   * The cell of a table that a report prints under two labels.
   *
   * @param year the report year, which decides the form
   */
  public Optional<Cell> cell(int year, String table, String rowLabel, String columnLabel) {
    String form = form(year).orElse("");
    return cells.stream()
        .filter(cell -> cell.form().equals(form) && cell.table().equals(table))
        .filter(cell -> LabelText.key(cell.rowLabel()).equals(LabelText.key(rowLabel)))
        .filter(cell -> LabelText.key(cell.columnLabel()).equals(LabelText.key(columnLabel)))
        .findFirst();
  }
}

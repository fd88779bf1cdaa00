package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nianbao.seed.FormTable;

/** Rows by columns: up to two headings left of a row, and up to two above a column. */
final class MatrixRows {
  /** Rows of the header: what stands above all columns, headings of some, and their names. */
  static final int HEADER = 3;

  private static final int NAMES = 3;

  private final FormTable form;
  private final FormGrid.Values values;

  MatrixRows(FormTable form, FormGrid.Values values) {
    this.form = form;
    this.values = values;
  }

  List<List<Grid.Cell>> rows() {
    List<List<Grid.Cell>> rows = new ArrayList<>(header());
    for (int i = 0; i < form.lines().size(); i++) {
      FormTable.Line line = form.lines().get(i);
      List<Grid.Cell> cells = names(i);
      form.columns().forEach(column -> cells.add(values.at(line, column)));
      rows.add(cells);
    }
    return rows;
  }

  private List<List<Grid.Cell>> header() {
    List<FormTable.Column> columns = form.columns();
    List<Grid.Cell> groups = new ArrayList<>();
    List<Grid.Cell> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      FormTable.Column column = columns.get(i);
      Grid.Cell name = Grid.Cell.heading(column.label());
      if (column.group().isEmpty()) {
        groups.add(name.spanning(2, 1));
      } else {
        names.add(name);
        int run = FormGrid.run(columns, i, FormTable.Column::group);
        if (run > 0) {
          groups.add(Grid.Cell.heading(column.group()).spanning(1, run));
        }
      }
    }
    Grid.Cell stub = Grid.Cell.heading(form.stub()).spanning(HEADER, NAMES);
    Grid.Cell all = Grid.Cell.heading(form.heading()).spanning(1, columns.size());
    return List.of(List.of(stub, all), groups, names);
  }

  /** What stands left of the numbers: headings where they begin, and the name of the row. */
  private List<Grid.Cell> names(int i) {
    FormTable.Line line = form.lines().get(i);
    List<Grid.Cell> names = new ArrayList<>();
    int left = NAMES;
    if (!line.group().isEmpty()) {
      heading(i, MatrixRows::outermost, outermost(line), names);
      left--;
    }
    if (!line.outerGroup().isEmpty()) {
      heading(i, one -> one.outerGroup() + one.group(), line.group(), names);
      left--;
    }
    names.add(Grid.Cell.of(line.label()).spanning(1, left));
    return names;
  }

  private void heading(
      int i, Function<FormTable.Line, String> key, String label, List<Grid.Cell> names) {
    int run = FormGrid.run(form.lines(), i, key);
    if (run > 0) {
      names.add(Grid.Cell.of(label).spanning(run, 1));
    }
  }

  private static String outermost(FormTable.Line line) {
    return line.outerGroup().isEmpty() ? line.group() : line.outerGroup();
  }
}

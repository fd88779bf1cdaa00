package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.seed.FormTable;

/** The rows of a form beside each other, as groups of columns above one row of numbers. */
final class AcrossRows {
  /** Rows of the header: headings of rows, rows, and columns. */
  static final int HEADER = 3;

  private final FormTable form;
  private final FormGrid.Values values;

  AcrossRows(FormTable form, FormGrid.Values values) {
    this.form = form;
    this.values = values;
  }

  List<List<Grid.Cell>> rows() {
    int width = form.columns().size();
    List<Grid.Cell> first = new ArrayList<>();
    List<Grid.Cell> second = new ArrayList<>();
    List<Grid.Cell> third = new ArrayList<>();
    List<Grid.Cell> numbers = new ArrayList<>();
    for (int i = 0; i < form.lines().size(); i++) {
      FormTable.Line line = form.lines().get(i);
      boolean alone = line.group().isEmpty();
      Grid.Cell name = Grid.Cell.heading(line.label()).spanning(1, width);
      (alone ? first : second).add(name);
      int run = alone ? 0 : FormGrid.run(form.lines(), i, FormTable.Line::group);
      if (run > 0) {
        first.add(Grid.Cell.heading(line.group()).spanning(1, run * width));
      }
      for (FormTable.Column column : form.columns()) {
        Grid.Cell heading = Grid.Cell.heading(column.label());
        (alone ? second : third).add(heading.spanning(alone ? 2 : 1, 1));
        numbers.add(values.at(line, column));
      }
    }
    return List.of(first, second, third, numbers);
  }
}

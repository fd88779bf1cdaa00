package org.nianbao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.seed.FormTable;

/** A row for each number with its unit, and a row for each heading that is no number itself. */
final class ListRows {
  /** What the 统计表 prints in the row of a heading, where others have a unit and a number. */
  private static final String NO_NUMBER = "——";

  private static final String INDENT = "　";

  private final FormTable form;
  private final FormGrid.Values values;
  private final List<List<Grid.Cell>> rows = new ArrayList<>();

  /** How far rows and headings above others are indented. */
  private final Map<String, Integer> depths = new HashMap<>();

  ListRows(FormTable form, FormGrid.Values values) {
    this.form = form;
    this.values = values;
  }

  List<List<Grid.Cell>> rows() {
    FormTable.Column column = form.columns().get(0);
    rows.add(
        List.of(
            Grid.Cell.heading(form.stub()),
            Grid.Cell.heading(form.heading()),
            Grid.Cell.heading(column.label())));
    for (FormTable.Line line : form.lines()) {
      int depth = line.group().isEmpty() ? 0 : below(line) + 1;
      depths.put(line.label(), depth);
      add(depth, line.label(), Grid.Cell.of(line.unit()), values.at(line, column));
    }
    return rows;
  }

  /** The depth of the heading above a row, which is printed where it is none of the rows above. */
  private int below(FormTable.Line line) {
    String heading = line.outerGroup() + line.group();
    if (!depths.containsKey(heading)) {
      int depth = line.outerGroup().isEmpty() ? 0 : 1;
      depths.put(heading, depth);
      add(depth, line.group(), Grid.Cell.of(NO_NUMBER), Grid.Cell.of(NO_NUMBER));
    }
    return depths.get(heading);
  }

  private void add(int depth, String label, Grid.Cell unit, Grid.Cell value) {
    rows.add(List.of(Grid.Cell.of(INDENT.repeat(depth) + label), unit, value));
  }
}

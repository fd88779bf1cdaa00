package org.nianbao.draft;

import java.util.List;
import java.util.function.Function;
import org.nianbao.seed.FormTable;
import org.nianbao.seed.Seeds;

/** Lays the cells of a table of a form out with its merged headings. */
final class FormGrid {
  private FormGrid() {}

  /** The numbers of a table. */
  @FunctionalInterface
  interface Values {
    Grid.Cell at(FormTable.Line line, FormTable.Column column);
  }

  static Grid of(FormTable form, Values values, Seeds seeds) {
    return switch (form.layout()) {
      case LIST -> new Grid(form.label(), 1, new ListRows(form, values).rows());
      case BLOCKS -> new Grid(form.label(), 0, new BlockRows(form, values, seeds).rows());
      case MATRIX -> new Grid(form.label(), MatrixRows.HEADER, new MatrixRows(form, values).rows());
      case ACROSS -> new Grid(form.label(), AcrossRows.HEADER, new AcrossRows(form, values).rows());
    };
  }

  /** How many in a row have the same key as the one at a place; 0 if the one before has it, too. */
  static <T> int run(List<T> all, int from, Function<T, String> key) {
    String same = key.apply(all.get(from));
    if (from > 0 && key.apply(all.get(from - 1)).equals(same)) {
      return 0;
    }
    int end = from;
    while (end < all.size() && key.apply(all.get(end)).equals(same)) {
      end++;
    }
    return end - from;
  }
}

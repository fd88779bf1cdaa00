package org.nianbao.edition.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nianbao.edition.Terms;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;

/** The columns of a table's sheet: those of the table, the label of each code right beside it. */
final class Columns {

  /**
   * One column.
   *
   * @param header what people read above it
   */
  record Column(String header, Function<ResultRow, Cell> cell) {}

  private final Cells cells;
  private final Terms terms;

  Columns(Cells cells, Terms terms) {
    this.cells = cells;
    this.terms = terms;
  }

  List<Column> of(Table table) {
    List<String> names = table.fields().stream().map(Field::name).toList();
    Set<Integer> shown = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      if (!shown.add(place)) {
        continue;
      }
      Field field = table.fields().get(place);
      columns.add(own(field, place));
      int label = names.indexOf(field.shown().name());
      if (label >= 0) {
        shown.add(label);
        columns.add(own(table.fields().get(label), label));
      } else if (terms.explain(field)) {
        columns.add(explained(field, place));
      }
    }
    return columns;
  }

  private Column own(Field field, int place) {
    return new Column(field.label(), row -> cells.of(row, place));
  }

  private Column explained(Field field, int place) {
    return new Column(
        field.shown().label(),
        row -> {
          Object code = row.values().get(place);
          return code == null
              ? Cell.EMPTY
              : terms.label(field, code.toString()).map(Cell::of).orElse(Cell.EMPTY);
        });
  }
}

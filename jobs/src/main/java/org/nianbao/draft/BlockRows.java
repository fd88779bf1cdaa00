package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nianbao.seed.FormTable;
import org.nianbao.seed.Seeds;

/** Parts below each other, each with its heading and the names of its columns. */
final class BlockRows {
  private final FormTable form;
  private final FormGrid.Values values;
  private final List<String> unitsOfMoney;
  private final int width;

  BlockRows(FormTable form, FormGrid.Values values, Seeds seeds) {
    this.form = form;
    this.values = values;
    this.unitsOfMoney = seeds.rows("units").stream().map(row -> row.get("unit")).toList();
    this.width =
        form.lines().stream().mapToInt(line -> form.columns(line.block()).size()).max().orElse(0);
  }

  List<List<Grid.Cell>> rows() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (int i = 0; i < form.lines().size(); i++) {
      FormTable.Line line = form.lines().get(i);
      if (FormGrid.run(form.lines(), i, FormTable.Line::block) > 0) {
        rows.add(List.of(Grid.Cell.heading(line.group()).spanning(1, width + 1)));
        rows.add(
            row(line, Grid.Cell.heading(form.stub()), column -> Grid.Cell.heading(name(column))));
      }
      rows.add(row(line, Grid.Cell.of(line.label()), column -> values.at(line, column)));
    }
    return rows;
  }

  /** A row of a block; its last cell reaches as far as the widest block. */
  private List<Grid.Cell> row(
      FormTable.Line line, Grid.Cell first, Function<FormTable.Column, Grid.Cell> cell) {
    List<FormTable.Column> columns = form.columns(line.block());
    List<Grid.Cell> cells = new ArrayList<>(List.of(first));
    for (int i = 0; i < columns.size(); i++) {
      int span = i == columns.size() - 1 ? width - i : 1;
      cells.add(cell.apply(columns.get(i)).spanning(1, span));
    }
    return cells;
  }

  /** The name of a column; of an amount, with its unit, which the number needs. */
  private String name(FormTable.Column column) {
    return unitsOfMoney.contains(column.unit())
        ? "%s（单位：%s）".formatted(column.label(), column.unit())
        : column.label();
  }
}

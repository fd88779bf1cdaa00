package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.fact.Fact;
import org.nianbao.table.ResultRow;
import org.nianbao.table.StatutoryTables;

/** A table of the form of the year, as the form prints it. */
final class StatutoryGrid {
  private final Material material;

  StatutoryGrid(Material material) {
    this.material = material;
  }

  /** The table; a gap where the year's form has none of that number. */
  List<Block> of(String table) {
    List<ResultRow> cells =
        material.town().rows(StatutoryTables.TABLE, material.year()).stream()
            .filter(row -> table.equals(row.text(StatutoryTables.FORM_TABLE)))
            .toList();
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (ResultRow cell : cells) {
      rows.add(
          List.of(
              Grid.Cell.of(cell.text(StatutoryTables.ROW_LABEL)),
              Grid.Cell.of(cell.text(StatutoryTables.COLUMN_LABEL)),
              value(cell)));
    }
    return rows.isEmpty()
        ? List.of(new Gap("没有%d年的法定表格数据".formatted(material.year())))
        : List.of(new Grid(cells.get(0).text(StatutoryTables.TABLE_LABEL), 0, rows));
  }

  private Grid.Cell value(ResultRow cell) {
    return material
        .facts()
        .get(
            StatutoryTables.TABLE,
            StatutoryTables.VALUE,
            cell.text(StatutoryTables.FORM_TABLE),
            cell.text(StatutoryTables.LINE),
            cell.text(StatutoryTables.PLACE))
        .map((Fact fact) -> Grid.Cell.of(new Piece.Figure(fact, fact.value().toPlainString())))
        .orElse(Grid.Cell.of(""));
  }
}

package org.nianbao.draft;

import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.seed.FormTable;
import org.nianbao.table.StatutoryTables;

/** A table of the form of the year, as the form prints it. */
final class StatutoryGrid {
  private final Material material;

  StatutoryGrid(Material material) {
    this.material = material;
  }

  /** The table; a gap where the year's form has none of that number. */
  List<Block> of(String table) {
    boolean known =
        material.town().rows(StatutoryTables.TABLE, material.year()).stream()
            .anyMatch(row -> table.equals(row.text(StatutoryTables.FORM_TABLE)));
    Optional<FormTable> form = FormTable.of(material.seeds(), material.year(), table);
    return known && form.isPresent()
        ? List.of(printed(table, form.get()))
        : List.of(new Gap("没有%d年的法定表格数据".formatted(material.year())));
  }

  private Grid printed(String table, FormTable form) {
    return FormGrid.of(
        form, (line, column) -> value(table, line.position(), column.position()), material.seeds());
  }

  private Grid.Cell value(String table, int line, int place) {
    return material
        .facts()
        .get(
            StatutoryTables.TABLE,
            StatutoryTables.VALUE,
            table,
            String.valueOf(line),
            String.valueOf(place))
        .map((Fact fact) -> Grid.Cell.of(new Piece.Figure(fact, fact.value().toPlainString())))
        .orElse(Grid.Cell.of(new Piece.Blank()));
  }
}

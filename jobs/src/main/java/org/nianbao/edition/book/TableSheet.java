package org.nianbao.edition.book;

import java.util.List;
import org.nianbao.edition.book.Columns.Column;
import org.nianbao.edition.book.Styles.Look;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;

/** A result table as a sheet: one row each, below a header that stays in sight and filters. */
final class TableSheet {
  private static final String NOTHING = "没有记录；是没有发生，还是没有数据，见“数据覆盖情况”";

  private final Columns columns;

  TableSheet(Columns columns) {
    this.columns = columns;
  }

  /** Adds the sheet of a table. */
  Leaf add(Book book, Table table, List<ResultRow> rows) {
    Leaf leaf = book.add(table.label());
    List<Column> shown = columns.of(table);
    leaf.header(0, shown.stream().map(Column::header).toList());
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < shown.size(); column++) {
        leaf.put(row + 1, column, shown.get(column).cell().apply(rows.get(row)));
      }
    }
    if (rows.isEmpty()) {
      leaf.text(2, 0, NOTHING, Look.HEADING);
    }
    leaf.filter(rows.size(), shown.size());
    return leaf;
  }
}

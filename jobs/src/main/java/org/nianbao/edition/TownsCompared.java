package org.nianbao.edition;

import java.util.List;
import java.util.Map;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;

/**
 * What the documents across towns and years are made of: the tables that say something of every
 * town.
 *
 * @param rows by name of the table, in the table's order
 */
public record TownsCompared(Map<String, List<ResultRow>> rows) {

  public TownsCompared {
    rows = Map.copyOf(rows);
  }

  public List<ResultRow> rows(Table table) {
    return rows.getOrDefault(table.name(), List.of());
  }
}

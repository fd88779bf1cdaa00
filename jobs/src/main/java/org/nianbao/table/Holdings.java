package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.FIRST_ON;
import static org.nianbao.table.Shared.LAST_ON;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/**
 * Log of holdings: one row per load, town and year that the load has rows of. A row with zero rows
 * says that the load shares things with rows of that town and year which other loads brought: a
 * ticket that was handed from one town to another touches both.
 */
public final class Holdings {
  public static final Field ROWS = Field.count("rows", "行数", "行", "Valid rows");
  public static final Field MONTHS =
      Field.integer("months", "月份", "The months that have rows: bit 0 is January");

  public static final Table TABLE =
      new Table(
          "holdings",
          "装载明细",
          "One row per load, town and year",
          List.of(ArchiveTable.LOAD, TOWN_CODE, YEAR, ROWS),
          List.of(ArchiveTable.LOAD, DATASET, TOWN_CODE, YEAR, ROWS, FIRST_ON, LAST_ON, MONTHS));

  private Holdings() {}
}

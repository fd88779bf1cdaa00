package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Accounts of rows: one row per load, town and year with what became of its valid rows. */
public final class RowAccounts {
  public static final Field ACCEPTED =
      Field.count("accepted", "接收行数", "行", "Rows that say something no earlier row says");
  public static final Field DUPLICATES =
      Field.count("duplicates", "重复行数", "行", "Rows that repeat an earlier row word for word");

  public static final Table TABLE =
      new Table(
          "row_accounts",
          "行数核算",
          "One row per load, dataset, town and year",
          List.of(ArchiveTable.LOAD, DATASET, TOWN_CODE, YEAR),
          List.of(ArchiveTable.LOAD, DATASET, TOWN_CODE, YEAR, ACCEPTED, DUPLICATES));

  private RowAccounts() {}
}

package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.FIRST_ON;
import static org.nianbao.table.Shared.LAST_ON;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.util.List;

/** The account of every export: rows read = accepted + rejected + duplicates. */
public final class IngestLog {
  public static final Table TABLE =
      new Table(
          "ingest_log",
          "导出文件核算",
          "One row per export",
          List.of(SOURCE_FILE, ExportLog.SHA256),
          List.of(
              SOURCE_FILE,
              DATASET,
              ExportLog.ENCODING,
              ExportLog.ROWS_READ,
              RowAccounts.ACCEPTED,
              ExportLog.REJECTED,
              RowAccounts.DUPLICATES,
              FIRST_ON,
              LAST_ON,
              ExportLog.SHA256));

  private IngestLog() {}
}

package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.FIRST_ON;
import static org.nianbao.table.Shared.LAST_ON;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.util.List;

/** The account of every export: rows read = accepted + rejected + duplicates. */
public final class IngestLog {
  public static final Field ACCEPTED =
      Field.count("accepted", "接收行数", "行", "Rows that say something no earlier row says");
  public static final Field DUPLICATES =
      Field.count("duplicates", "重复行数", "行", "Rows that repeat an earlier row word for word");

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
              ACCEPTED,
              ExportLog.REJECTED,
              DUPLICATES,
              FIRST_ON,
              LAST_ON,
              ExportLog.SHA256));

  private IngestLog() {}
}

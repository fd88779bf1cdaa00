package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.FIRST_ON;
import static org.nianbao.table.Shared.LAST_ON;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.util.List;

/**
 * Log of exports: one row each time a path was seen with bytes, or under rules, that were new to
 * it. For each path the row of the latest run holds; a load counts as long as such a row names it.
 */
public final class ExportLog {
  public static final Field RUN =
      Field.count("run", "运行序号", "", "Number of the run that saw the export, from 1");
  public static final Field BYTES = Field.count("bytes", "字节数", "", "Size of the file");
  public static final Field SHA256 = Field.text("sha256", "SHA-256", "SHA-256 of the file's bytes");
  public static final Field RECIPE =
      Field.text("recipe", "规则指纹", "Fingerprint of the rules and seeds it was read with");
  public static final Field ENCODING = Field.text("encoding", "编码", "Character set, or parquet");
  public static final Field ROWS_READ = Field.count("rows_read", "读取行数", "行", "Records read");
  public static final Field REJECTED = Field.count("rejected", "退回行数", "行", "Records rejected");
  public static final Field LATEST_ON =
      Field.date("latest_on", "最新事件日期", "Day of the latest event that its rows tell of");
  public static final Field RETRY_ON =
      Field.date(
          "retry_on", "重读日期", "From this day on a row now rejected as lying ahead may count");

  public static final Table TABLE =
      new Table(
          "exports",
          "导出文件日志",
          "One row per path, bytes and rules, by the run that saw them first",
          List.of(RUN, SOURCE_FILE, SHA256),
          List.of(
              RUN,
              SOURCE_FILE,
              SHA256,
              RECIPE,
              ArchiveTable.LOAD,
              DATASET,
              ENCODING,
              BYTES,
              ROWS_READ,
              REJECTED,
              FIRST_ON,
              LAST_ON,
              LATEST_ON,
              RETRY_ON));

  private ExportLog() {}
}

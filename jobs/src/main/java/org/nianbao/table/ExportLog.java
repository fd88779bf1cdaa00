package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.FIRST_ON;
import static org.nianbao.table.Shared.LAST_ON;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Log of exports: one row each time a file was seen with bytes, a time or under rules that were new
 * to it. A row is written when all that it speaks of is in the archive: what no row names does not
 * count.
 */
public final class ExportLog {
  public static final Field RUN =
      Field.count("run", "运行序号", "", "Number of the run that saw the export, from 1");
  public static final Field URI = Field.text("uri", "文件位置", "Where the file lay");
  public static final Field BYTES = Field.count("bytes", "字节数", "", "Size of the file");
  public static final Field MODIFIED_MS =
      Field.count(
          "modified_ms",
          "修改时刻",
          "毫秒",
          "When the file was written last, since 1970; empty where only its bytes tell whether it changed");
  public static final Field SHA256 = Field.text("sha256", "SHA-256", "SHA-256 of the file's bytes");
  public static final Field RECIPE =
      Field.text("recipe", "规则指纹", "Fingerprint of the rules and seeds it was read with");
  public static final Field ENCODING = Field.text("encoding", "编码", "Character set, or parquet");
  public static final Field HEADER_RECORDS =
      Field.count("header_records", "表头行数", "行", "Records up to and with the header");
  public static final Field ROWS_READ = Field.count("rows_read", "读取行数", "行", "Records read");
  public static final Field REJECTED = Field.count("rejected", "退回行数", "行", "Records rejected");
  public static final Field LATEST_ON =
      Field.date("latest_on", "最新事件日期", "Day of the latest event that its rows tell of");
  public static final Field RETRY_ON =
      Field.date(
          "retry_on", "重读日期", "From this day on a row now rejected as lying ahead may count");
  public static final Field HOLDINGS =
      new Field(
          "holdings", Holding.TYPE, "装载明细", "", "Its valid rows by town and year, in order", "");

  /** Of a repeated year there is at most one row for so many of the largest year. */
  private static final long REPEATED_AT_MOST = 5;

  public static final Table TABLE =
      new Table(
          "exports",
          "导出文件日志",
          "One row per file, bytes and rules, by the run that saw them first",
          List.of(RUN, URI),
          List.of(
              RUN,
              URI,
              SOURCE_FILE,
              SHA256,
              RECIPE,
              ArchiveTable.LOAD,
              DATASET,
              ENCODING,
              HEADER_RECORDS,
              BYTES,
              MODIFIED_MS,
              ROWS_READ,
              REJECTED,
              FIRST_ON,
              LAST_ON,
              LATEST_ON,
              RETRY_ON,
              HOLDINGS));

  private ExportLog() {}

  /**
   * One row of the log.
   *
   * @param modifiedMs when the file was written last; null where that does not tell whether it
   *     changed
   * @param firstOn earliest counting date among the valid rows, or null
   * @param lastOn latest counting date among the valid rows, or null
   * @param latestOn day of the latest event, or null
   * @param retryOn day from which a rejected row may count, or null
   */
  public record Entry(
      long run,
      String uri,
      String sourceFile,
      String sha256,
      String recipe,
      String load,
      String dataset,
      String encoding,
      long headerRecords,
      long bytes,
      Long modifiedMs,
      long rowsRead,
      long rejected,
      LocalDate firstOn,
      LocalDate lastOn,
      LocalDate latestOn,
      LocalDate retryOn,
      List<Holding> holdings) {

    /** The same content as a run found it again, perhaps elsewhere or under another name. */
    public Entry seenAgain(long run, String uri, String sourceFile, Long modifiedMs) {
      return new Entry(
          run,
          uri,
          sourceFile,
          sha256,
          recipe,
          load,
          dataset,
          encoding,
          headerRecords,
          bytes,
          modifiedMs,
          rowsRead,
          rejected,
          firstOn,
          lastOn,
          latestOn,
          retryOn,
          holdings);
    }

    /** Whether a run on a day would find the same rows valid. */
    public boolean holdsOn(LocalDate day) {
      return (latestOn == null || !day.isBefore(latestOn))
          && (retryOn == null || day.isBefore(retryOn));
    }

    /** Its rows of a town-year. */
    public Optional<Holding> holding(TownYear townYear) {
      return holdings.stream().filter(held -> held.townYear().equals(townYear)).findFirst();
    }

    /** The months of a year in which any town has rows: bit 0 is January. */
    public int months(int year) {
      return holdings.stream()
          .filter(held -> held.year() == year)
          .mapToInt(Holding::months)
          .reduce(0, (one, other) -> one | other);
    }

    /** Valid rows of all towns in a year. */
    public long rows(int year) {
      return holdings.stream().filter(held -> held.year() == year).mapToLong(Holding::rows).sum();
    }

    /**
     * Whether a year is one that the export is about. Ledgers repeat what last year left open: such
     * rows are few beside those of its own years.
     */
    public boolean isAbout(int year) {
      long most = holdings.stream().mapToLong(held -> rows(held.year())).max().orElse(0);
      return rows(year) * REPEATED_AT_MOST > most;
    }

    public long valid() {
      return rowsRead - rejected;
    }

    public Row toRow() {
      return RowFactory.create(
          run,
          uri,
          sourceFile,
          sha256,
          recipe,
          load,
          dataset,
          encoding,
          headerRecords,
          bytes,
          modifiedMs,
          rowsRead,
          rejected,
          firstOn,
          lastOn,
          latestOn,
          retryOn,
          holdings.stream().map(Holding::toRow).toList());
    }

    public static Entry of(Row row) {
      return new Entry(
          row.getAs(RUN.name()),
          row.getAs(URI.name()),
          row.getAs(SOURCE_FILE.name()),
          row.getAs(SHA256.name()),
          row.getAs(RECIPE.name()),
          row.getAs(ArchiveTable.LOAD.name()),
          row.getAs(DATASET.name()),
          row.getAs(ENCODING.name()),
          row.getAs(HEADER_RECORDS.name()),
          row.getAs(BYTES.name()),
          row.getAs(MODIFIED_MS.name()),
          row.getAs(ROWS_READ.name()),
          row.getAs(REJECTED.name()),
          row.getAs(FIRST_ON.name()),
          row.getAs(LAST_ON.name()),
          row.getAs(LATEST_ON.name()),
          row.getAs(RETRY_ON.name()),
          Holding.of(row.getList(row.fieldIndex(HOLDINGS.name()))));
    }
  }
}

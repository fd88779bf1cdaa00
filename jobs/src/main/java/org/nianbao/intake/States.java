package org.nianbao.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Shared;

/**
 * Which rows of the archive are copies, and which give the state that counts.
 *
 * <p>Order is that of the exports, never that of loading: the export whose newest date is later,
 * then the file name, then the record number. Among equal statements all but the first are copies.
 * Among statements about one thing the last is its state.
 */
public final class States {
  /** Whether a row repeats, word for word, what an earlier export or record says. */
  public static final String COPY = "is_copy";

  /** Whether a row gives the state of its ticket, request, dispute or publication. */
  public static final String CURRENT = "is_current";

  private States() {}

  /**
   * Marks rows with {@link #COPY} and {@link #CURRENT}.
   *
   * @param rows archive rows with the columns of their export in the log
   */
  public static Dataset<Row> mark(ArchiveTable table, Dataset<Row> rows) {
    List<Column> oldestFirst = new ArrayList<>();
    List<Column> newestFirst = new ArrayList<>();
    for (Column order :
        List.of(
            ExportLog.LATEST_ON.col(),
            Shared.SOURCE_FILE.col(),
            ExportLog.SHA256.col(),
            ArchiveTable.RECORD.col())) {
      oldestFirst.add(order.asc_nulls_first());
      newestFirst.add(order.desc_nulls_last());
    }
    Column[] identity = table.identity().get().toArray(Column[]::new);
    List<Column> statement = new ArrayList<>(table.identity().get());
    statement.addAll(table.statement());
    return rows.withColumn(
            CURRENT,
            row_number()
                .over(Window.partitionBy(identity).orderBy(newestFirst.toArray(Column[]::new)))
                .equalTo(1))
        .withColumn(
            COPY,
            row_number()
                .over(
                    Window.partitionBy(statement.toArray(Column[]::new))
                        .orderBy(oldestFirst.toArray(Column[]::new)))
                .gt(1));
  }

  /** The rows that count. */
  public static Dataset<Row> current(Dataset<Row> marked) {
    return marked.filter(col(CURRENT));
  }
}

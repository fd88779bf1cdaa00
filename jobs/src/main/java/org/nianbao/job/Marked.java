package org.nianbao.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.nianbao.table.Shared.SOURCE_FILE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.intake.States;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;

/**
 * Rows of the archive of which it is known which are copies and which give current states. To find
 * out means to sort rows by what they speak of; that is done once.
 *
 * <p>A few rows are held in memory. Of many only copies and superseded states are: to hold the
 * others would cost more than to read, for each result, the columns that it looks at.
 *
 * @param all all rows
 * @param copies those that repeat an earlier one word for word
 * @param current the rows that count
 * @param held what is in memory
 */
record Marked(Dataset<Row> all, Dataset<Row> copies, Dataset<Row> current, Dataset<Row> held)
    implements AutoCloseable {

  /** There are no rows. */
  static Marked none(ArchiveTable table, Dataset<Row> rows) {
    return of(States.mark(table, rows));
  }

  /** Sorts all rows. */
  static Marked of(ArchiveTable table, Dataset<Row> rows) {
    return of(States.mark(table, rows).persist());
  }

  private static Marked of(Dataset<Row> marked) {
    return new Marked(marked, marked.filter(col(States.COPY)), States.current(marked), marked);
  }

  /**
   * Looks through the rows first, and sorts those that speak of things told of more than once.
   *
   * @param key a column of long numbers that tells each row from all others
   */
  static Marked ofMany(SparkSession spark, ArchiveTable table, Dataset<Row> rows, String key) {
    Column[] identity = table.identity().get().toArray(Column[]::new);
    Optional<Repeated> repeated = Repeated.among(spark, rows, identity);
    if (repeated.isEmpty()) {
      return of(table, rows);
    }
    Column past = not(col(States.CURRENT));
    Dataset<Row> held =
        States.mark(table, repeated.get().of(rows))
            .filter(past.or(col(States.COPY)))
            .select(
                col(key),
                col(States.CURRENT),
                col(States.COPY),
                TOWN_CODE.col(),
                YEAR.col(),
                SOURCE_FILE.col(),
                ExportLog.SHA256.col())
            .persist();
    return new Marked(
        rows,
        held.filter(col(States.COPY)),
        rows.join(broadcast(held.filter(past).select(key)), new String[] {key}, "left_anti"),
        held);
  }

  @Override
  public void close() {
    held.unpersist();
  }
}

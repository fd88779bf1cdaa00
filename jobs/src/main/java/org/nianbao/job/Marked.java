package org.nianbao.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.intake.States;
import org.nianbao.table.ArchiveTable;

/**
 * Rows of the archive of which it is known which are copies and which give current states. To find
 * out means to sort rows by what they speak of; that is done once.
 *
 * <p>A few rows are held in memory. Of many only copies and superseded states are: to hold the
 * others would cost more than to read, for each result, the columns that it looks at.
 *
 * @param rows all rows, each with {@link States#COPY}
 * @param current the rows that count
 * @param held what is in memory
 */
record Marked(Dataset<Row> rows, Dataset<Row> current, Dataset<Row> held) implements AutoCloseable {

  /** There are no rows. */
  static Marked none(ArchiveTable table, Dataset<Row> rows) {
    Dataset<Row> marked = States.mark(table, rows);
    return new Marked(marked, States.current(marked), marked);
  }

  /** Sorts all rows. */
  static Marked of(ArchiveTable table, Dataset<Row> rows) {
    Dataset<Row> marked = States.mark(table, rows).persist();
    return new Marked(marked, States.current(marked), marked);
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
            .select(col(key), col(States.CURRENT), col(States.COPY))
            .filter(past.or(col(States.COPY)))
            .persist();
    Dataset<Row> copies = held.filter(col(States.COPY)).select(key, States.COPY);
    return new Marked(
        rows.join(broadcast(copies), new String[] {key}, "left")
            .withColumn(States.COPY, coalesce(col(States.COPY), lit(false))),
        rows.join(broadcast(held.filter(past)), new String[] {key}, "left_anti"),
        held);
  }

  @Override
  public void close() {
    held.unpersist();
  }
}

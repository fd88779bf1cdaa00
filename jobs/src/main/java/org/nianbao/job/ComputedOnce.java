package org.nianbao.job;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Table;
import org.nianbao.yearly.Inputs;
import org.nianbao.yearly.YearlyTable;

/**
 * The yearly tables of some town-years, each computed once however many others rest on it. Safe for
 * threads: who asks for a table that another is computing waits for it.
 */
final class ComputedOnce implements Inputs.Tables, AutoCloseable {
  private final boolean few;
  private final Map<Table, FutureTask<Dataset<Row>>> tables = new ConcurrentHashMap<>();
  private final Queue<Dataset<Row>> persisted = new ConcurrentLinkedQueue<>();

  /**
   * Computes nothing yet.
   *
   * @param few whether the driver can hold the rows of all these town-years
   */
  ComputedOnce(boolean few) {
    this.few = few;
  }

  @Override
  public Dataset<Row> of(YearlyTable table, Inputs inputs) {
    FutureTask<Dataset<Row>> own =
        tables.computeIfAbsent(
            table.contract(), contract -> new FutureTask<>(() -> kept(table.compute(inputs))));
    own.run();
    try {
      return own.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw SideBySide.cause(e);
    }
  }

  private Dataset<Row> kept(Dataset<Row> rows) {
    if (few) {
      return Interpreted.held(rows);
    }
    persisted.add(rows.persist());
    return rows;
  }

  @Override
  public void close() {
    persisted.forEach(Dataset::unpersist);
  }
}

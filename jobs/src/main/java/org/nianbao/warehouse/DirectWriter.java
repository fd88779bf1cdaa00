package org.nianbao.warehouse;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.TransactionStateRow;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Row;
import org.nianbao.table.Shared;
import org.nianbao.table.StagedFile;
import org.nianbao.table.Table;

/**
 * Writes small Delta tables through Delta Kernel, without a Spark job: of a commit by Spark that
 * adds a thousand rows, most is planning.
 */
final class DirectWriter {
  private static final String ENGINE = "nianbao";
  private static final Column YEAR = new Column(Shared.YEAR.name());
  private static final Column TOWN = new Column(Shared.TOWN_CODE.name());

  private final Engine engine;

  DirectWriter(Configuration configuration) {
    this.engine = DefaultEngine.create(configuration);
  }

  /**
   * Lays out a table with its first rows.
   *
   * @param path its folder, with the scheme of its file system
   */
  void layOut(String path, Table table, Map<String, String> properties, List<Row> rows)
      throws IOException {
    StructType schema = schema(table);
    Transaction transaction =
        TableManager.buildCreateTableTransaction(path, schema, ENGINE)
            .withTableProperties(properties)
            .withMaxRetries(0)
            .build(engine);
    commit(path, transaction, schema, table, rows, List.of());
  }

  private static StructType schema(Table table) {
    return DataTypeJsonSerDe.deserializeStructType(table.schema().json());
  }

  /** Lays out a table by year with files that are written already. */
  void create(String path, Table table, Map<String, String> properties, List<StagedFile> files)
      throws IOException {
    Transaction transaction =
        TableManager.buildCreateTableTransaction(path, schema(table), ENGINE)
            .withDataLayoutSpec(DataLayoutSpec.partitioned(List.of(YEAR)))
            .withTableProperties(properties)
            .withMaxRetries(0)
            .build(engine);
    commit(transaction, additions(transaction, files));
  }

  /** Makes files that are written already part of a table that is laid out by year. */
  void add(String path, List<StagedFile> files) throws IOException {
    Transaction transaction =
        TableManager.loadSnapshot(path)
            .build(engine)
            .buildUpdateTableTransaction(ENGINE, Operation.WRITE)
            .withMaxRetries(0)
            .build(engine);
    commit(transaction, additions(transaction, files));
  }

  private List<io.delta.kernel.data.Row> additions(Transaction transaction, List<StagedFile> files)
      throws IOException {
    io.delta.kernel.data.Row state = transaction.getTransactionState(engine);
    List<io.delta.kernel.data.Row> additions = new ArrayList<>();
    for (StagedFile file : files) {
      DataWriteContext context =
          Transaction.getWriteContext(
              engine, state, Map.of(Shared.YEAR.name(), Literal.ofInt(file.year())));
      DataFileStatistics statistics =
          new DataFileStatistics(
              file.rows(),
              Map.of(TOWN, Literal.ofString(file.firstTown())),
              Map.of(TOWN, Literal.ofString(file.lastTown())),
              Map.of(TOWN, 0L),
              Optional.empty());
      DataFileStatus status =
          new DataFileStatus(file.path(), file.bytes(), file.modified(), Optional.of(statistics));
      try (CloseableIterator<io.delta.kernel.data.Row> added =
          Transaction.generateAppendActions(
              engine, state, Utils.singletonCloseableIterator(status), context)) {
        added.forEachRemaining(additions::add);
      }
    }
    return additions;
  }

  /** Adds rows in one commit. */
  void append(String path, Table table, List<Row> rows) throws IOException {
    write(path, table, rows, false);
  }

  /** Puts rows in the place of all rows, in one commit; earlier versions stay readable. */
  void overwrite(String path, Table table, List<Row> rows) throws IOException {
    write(path, table, rows, true);
  }

  private void write(String path, Table table, List<Row> rows, boolean replaced)
      throws IOException {
    Snapshot snapshot = TableManager.loadSnapshot(path).build(engine);
    Transaction transaction =
        snapshot
            .buildUpdateTableTransaction(ENGINE, Operation.WRITE)
            .withMaxRetries(0)
            .build(engine);
    commit(
        path,
        transaction,
        snapshot.getSchema(),
        table,
        rows,
        replaced ? removals(snapshot) : List.of());
  }

  private List<io.delta.kernel.data.Row> removals(Snapshot snapshot) throws IOException {
    Optional<Long> removed = Optional.of(snapshot.getTimestamp(engine));
    List<io.delta.kernel.data.Row> removals = new ArrayList<>();
    for (io.delta.kernel.data.Row file :
        DirectReader.files(engine, snapshot.getScanBuilder().build())) {
      AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
      removals.add(SingleAction.createRemoveFileSingleAction(added.toRemoveFileRow(true, removed)));
    }
    return removals;
  }

  private void commit(
      String path,
      Transaction transaction,
      StructType schema,
      Table table,
      List<Row> rows,
      List<io.delta.kernel.data.Row> removals)
      throws IOException {
    List<io.delta.kernel.data.Row> actions = new ArrayList<>(removals);
    if (!rows.isEmpty()) {
      actions.addAll(additions(path, transaction, batch(schema, table, rows)));
    }
    commit(transaction, actions);
  }

  private void commit(Transaction transaction, List<io.delta.kernel.data.Row> actions)
      throws IOException {
    TransactionCommitResult result;
    try {
      result =
          transaction.commit(
              engine,
              CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
    } catch (ConcurrentWriteException | MaxCommitRetryLimitReachedException e) {
      throw ConflictException.of(
          TransactionStateRow.getTablePath(transaction.getTransactionState(engine)), e);
    } catch (FSError e) {
      throw failure(e);
    }
    result.getPostCommitHooks().forEach(this::help);
  }

  /** A checkpoint only makes reading faster: the commit stands without it. */
  private void help(PostCommitHook hook) {
    try {
      hook.threadSafeInvoke(engine);
    } catch (IOException | RuntimeException | FSError e) {
      return;
    }
  }

  private List<io.delta.kernel.data.Row> additions(
      String path, Transaction transaction, FilteredColumnarBatch rows) throws IOException {
    io.delta.kernel.data.Row state = transaction.getTransactionState(engine);
    DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
    List<io.delta.kernel.data.Row> additions = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> physical =
            Transaction.transformLogicalData(
                engine, state, Utils.singletonCloseableIterator(rows), Map.of());
        CloseableIterator<DataFileStatus> files =
            engine
                .getParquetHandler()
                // Kernel names the folder with %20 for a space, which would be another folder.
                .writeParquetFiles(path, physical, context.getStatisticsColumns());
        CloseableIterator<io.delta.kernel.data.Row> added =
            Transaction.generateAppendActions(engine, state, files, context)) {
      added.forEachRemaining(additions::add);
    } catch (FSError e) {
      throw failure(e);
    }
    return additions;
  }

  /** Hadoop takes what the local disk refuses for an error of the machine; it may be full. */
  private static IOException failure(FSError e) {
    return new IOException(e.getMessage(), e);
  }

  private static FilteredColumnarBatch batch(StructType schema, Table table, List<Row> rows) {
    ColumnVector[] columns = new ColumnVector[schema.length()];
    for (int i = 0; i < columns.length; i++) {
      StructField field = schema.at(i);
      int place = table.schema().fieldIndex(field.getName());
      List<Object> values = new ArrayList<>(rows.size());
      rows.forEach(row -> values.add(row.get(place)));
      columns[i] = new ValueVector(field.getDataType(), values);
    }
    return new FilteredColumnarBatch(
        new DefaultColumnarBatch(rows.size(), schema, columns), Optional.empty());
  }
}

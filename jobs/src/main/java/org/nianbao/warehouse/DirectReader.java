package org.nianbao.warehouse;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.nianbao.table.Table;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads small Delta tables through Delta Kernel, without a Spark job: planning a query takes a
 * hundred times as long as reading a thousand rows.
 */
final class DirectReader {
  /** Larger tables are left to Spark, so that memory does not grow with the archive. */
  private static final long MOST_BYTES = 4L << 20;

  /**
   * Of more files the end of each takes longer to read than the log, which says what is in them.
   */
  private static final int MOST_FILES = 1000;

  private static final String LOCAL = "file:";

  /** What a table may have without its files having to be read in another way. */
  private static final Set<String> READ_AS_FILES = Set.of("timestampNtz");

  /**
   * The version of Delta's protocol that brought other names of columns, and no list of features.
   */
  private static final int COLUMN_MAPPING = 2;

  private final Engine engine;

  DirectReader(Configuration configuration) {
    this.engine = DefaultEngine.create(configuration);
  }

  /**
   * The rows of a table as Spark would give them, in no order.
   *
   * @param path its folder, with the scheme of its file system
   * @return empty if the table is too large to be held
   * @throws OutdatedWarehouseException if it lacks columns of the contract
   */
  Optional<List<Row>> rows(String path, Table table) throws IOException {
    Scan scan = snapshot(path, table).getScanBuilder().build();
    io.delta.kernel.data.Row state = scan.getScanState(engine);
    List<io.delta.kernel.data.Row> files = files(engine, scan);
    long bytes =
        files.stream()
            .map(InternalScanFileUtils::getAddFileStatus)
            .mapToLong(FileStatus::getSize)
            .sum();
    if (bytes > MOST_BYTES) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    for (io.delta.kernel.data.Row file : files) {
      read(state, file, table, rows);
    }
    return Optional.of(rows);
  }

  /**
   * The local files that hold the rows of a table, where these are rows of Parquet and nothing
   * more: to find them out Spark takes a job for each query.
   *
   * @return empty if there are so many that a query should be told which to skip, if they have to
   *     be read with their log, or if they lie elsewhere, where to ask each for its size takes
   *     longer than to read the log, which has it
   * @throws OutdatedWarehouseException if it lacks columns of the contract
   */
  Optional<List<String>> files(String path, Table table) throws IOException {
    Snapshot snapshot = snapshot(path, table);
    if (!path.startsWith(LOCAL)
        || !READ_AS_FILES.containsAll(snapshot.getProtocol().getReaderFeatures())
        || snapshot.getProtocol().getMinReaderVersion() == COLUMN_MAPPING) {
      return Optional.empty();
    }
    List<io.delta.kernel.data.Row> files = files(engine, snapshot.getScanBuilder().build());
    return files.size() > MOST_FILES
        ? Optional.empty()
        : Optional.of(
            files.stream()
                .map(file -> InternalScanFileUtils.getAddFileStatus(file).getPath())
                .toList());
  }

  private Snapshot snapshot(String path, Table table) {
    Snapshot snapshot = TableManager.loadSnapshot(path).build(engine);
    StructType stored = snapshot.getSchema();
    if (!table.fields().stream().allMatch(field -> stored.fieldNames().contains(field.name()))) {
      throw OutdatedWarehouseException.of(path);
    }
    return snapshot;
  }

  /** Whether a table has exactly the columns of the contract. */
  boolean hasLayout(String path, Table table) {
    StructType stored = TableManager.loadSnapshot(path).build(engine).getSchema();
    return stored.fieldNames().equals(table.fields().stream().map(field -> field.name()).toList());
  }

  static List<io.delta.kernel.data.Row> files(Engine engine, Scan scan) throws IOException {
    List<io.delta.kernel.data.Row> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<io.delta.kernel.data.Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(files::add);
        }
      }
    }
    return files;
  }

  private void read(
      io.delta.kernel.data.Row state, io.delta.kernel.data.Row file, Table table, List<Row> rows)
      throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    try (CloseableIterator<FileReadResult> physical =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(status),
                    ScanStateRow.getPhysicalDataReadSchema(state),
                    Optional.empty());
        CloseableIterator<FilteredColumnarBatch> logical =
            Scan.transformPhysicalData(
                engine, state, file, physical.map(FileReadResult::getData))) {
      while (logical.hasNext()) {
        add(logical.next(), table, rows);
      }
    }
  }

  private static void add(FilteredColumnarBatch batch, Table table, List<Row> rows) {
    StructType schema = batch.getData().getSchema();
    org.apache.spark.sql.types.StructType target = table.schema();
    List<ColumnVector> columns =
        table.fields().stream()
            .map(field -> batch.getData().getColumnVector(schema.indexOf(field.name())))
            .toList();
    Optional<ColumnVector> kept = batch.getSelectionVector();
    for (int row = 0; row < batch.getData().getSize(); row++) {
      if (kept.isPresent() && !(!kept.get().isNullAt(row) && kept.get().getBoolean(row))) {
        continue;
      }
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(columns.get(i), row, table.fields().get(i).type());
      }
      rows.add(new GenericRowWithSchema(values, target));
    }
  }

  private static Object value(ColumnVector column, int row, DataType type) {
    if (column.isNullAt(row)) {
      return null;
    }
    if (type instanceof StringType) {
      return column.getString(row);
    }
    if (type instanceof LongType) {
      return column.getLong(row);
    }
    if (type instanceof IntegerType) {
      return column.getInt(row);
    }
    if (type instanceof DecimalType) {
      return column.getDecimal(row);
    }
    if (type instanceof BooleanType) {
      return column.getBoolean(row);
    }
    if (type instanceof DateType) {
      return LocalDate.ofEpochDay(column.getInt(row));
    }
    if (type instanceof TimestampNTZType) {
      return DateTimeUtils.microsToLocalDateTime(column.getLong(row));
    }
    if (type instanceof ArrayType array) {
      return list(column.getArray(row), array.elementType());
    }
    if (type instanceof MapType map) {
      return map(column.getMap(row), map);
    }
    if (type instanceof org.apache.spark.sql.types.StructType struct) {
      Object[] values = new Object[struct.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(column.getChild(i), row, struct.fields()[i].dataType());
      }
      return RowFactory.create(values);
    }
    throw new IllegalArgumentException("No small table has a column of type " + type);
  }

  private static Object list(ArrayValue array, DataType type) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < array.getSize(); i++) {
      values.add(value(array.getElements(), i, type));
    }
    return CollectionConverters.asScala(values).toSeq();
  }

  private static Object map(MapValue map, MapType type) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(
          value(map.getKeys(), i, type.keyType()), value(map.getValues(), i, type.valueType()));
    }
    return CollectionConverters.asScala(values);
  }
}

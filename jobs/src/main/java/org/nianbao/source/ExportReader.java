package org.nianbao.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads exports in Spark tasks: CSV by chunks, a workbook in one task, Parquet with Spark. */
public final class ExportReader {
  private static final Column ROW_INDEX = functions.col("_metadata.row_index");

  private final SparkSession spark;
  private final JavaSparkContext context;

  public ExportReader(SparkSession spark) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** How often a task may be tried; in one process, where nothing is lost on the way, once. */
  public int attempts() {
    return context.isLocal() ? 1 : context.getConf().getInt("spark.task.maxFailures", 4);
  }

  /** What each machine gets once, instead of with each task. */
  public <T> Broadcast<T> handedOut(T value) {
    return context.broadcast(value);
  }

  /** Applies a function to the records of each export, where they are read. */
  public <T> JavaRDD<T> map(List<Export> exports, RecordFunction<T> function) {
    List<JavaRDD<T>> parts = new ArrayList<>();
    List<Part> read = new ArrayList<>();
    for (Export export : exports) {
      switch (export.file().format()) {
        case CSV -> export.chunks().forEach(chunk -> read.add(new Part(export, chunk)));
        case XLSX -> read.add(new Part(export, null));
        case LINK -> throw new IllegalStateException("Links are refused: " + export.file().name());
        case PARQUET -> parts.add(parquet(export, function));
      }
    }
    if (!read.isEmpty()) {
      parts.add(read(read, function));
    }
    JavaRDD<T> all = context.emptyRDD();
    for (JavaRDD<T> part : parts) {
      all = all.union(part);
    }
    return all;
  }

  private <T> JavaRDD<T> read(List<Part> parts, RecordFunction<T> function) {
    Broadcast<SerializableConfiguration> configuration =
        handedOut(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    return context
        .parallelize(parts, parts.size())
        .flatMap(
            part -> {
              if (part.chunk == null) {
                XlsxRecords records = XlsxRecords.open(part.export, configuration.value().value());
                return function.apply(part.export, closing(records, records));
              }
              CsvRecords records =
                  CsvRecords.open(part.export, part.chunk, configuration.value().value());
              return function.apply(part.export, closing(records, records));
            });
  }

  private static Iterator<RawRecord> closing(Iterator<RawRecord> records, Closeable source) {
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(source));
    return records;
  }

  private <T> JavaRDD<T> parquet(Export export, RecordFunction<T> function) {
    int columns = export.header().cells().size();
    ZoneId zone = export.mapping().zone();
    return rows(export)
        .select(functions.col("*"), ROW_INDEX)
        .toJavaRDD()
        .mapPartitions(partition -> function.apply(export, records(partition, columns, zone)));
  }

  private Dataset<Row> rows(Export export) {
    try {
      return ParquetRows.of(export.file(), spark).rows();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + export.file().name() + " again", e);
    }
  }

  private static Iterator<RawRecord> records(Iterator<Row> rows, int columns, ZoneId zone) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        try {
          return rows.hasNext();
        } catch (Exception e) {
          // Spark's readers throw checked exceptions that they do not declare.
          if (TaskContext.get().isInterrupted()) {
            throw e;
          }
          throw new UncheckedIOException("the Parquet file is damaged here", new IOException(e));
        }
      }

      @Override
      public RawRecord next() {
        Row row = rows.next();
        String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
          cells[i] = ParquetText.of(row.get(i), zone);
        }
        return new RawRecord(row.getLong(columns) + 1, Arrays.asList(cells));
      }
    };
  }

  private static void close(Closeable source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What one task reads: a chunk of a CSV export, or a whole workbook. */
  private record Part(Export export, Chunk chunk) implements Serializable {}
}

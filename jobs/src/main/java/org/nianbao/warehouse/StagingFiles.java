package org.nianbao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.StagedFile;

/**
 * Writes the rows of one part of an export as Parquet files, one a year, in the folders of the
 * archive table. Readers of the table do not see them until they are committed.
 *
 * <p>Rows go from the reader to the file as they come. Through a data frame each would be packed,
 * unpacked and sorted by year first, which takes longer than reading it.
 */
final class StagingFiles implements ArchiveSink {
  private static final int TOWN = 0;

  private final String dataset;
  private final Path folder;
  private final String name;
  private final StructType schema;
  private final StructField[] fields;
  private final OutputWriterFactory factory;
  private final TaskAttemptContext context;
  private final UTF8String sourceFile;
  private final UTF8String load;
  private final TreeMap<Integer, YearFile> files = new TreeMap<>();

  /**
   * A sink without files yet.
   *
   * @param folder of the table
   * @param name tells its files from all others
   * @param schema of the files: the table's without the year
   */
  StagingFiles(
      String dataset,
      Path folder,
      String name,
      StructType schema,
      OutputWriterFactory factory,
      TaskAttemptContext context,
      String sourceFile,
      String load) {
    this.dataset = dataset;
    this.folder = folder;
    this.name = name;
    this.schema = schema;
    this.fields = schema.fields();
    this.factory = factory;
    this.context = context;
    this.sourceFile = UTF8String.fromString(sourceFile);
    this.load = UTF8String.fromString(load);
  }

  @Override
  public void add(int year, List<Object> values, long record) {
    files.computeIfAbsent(year, this::open).write(values, record);
  }

  private YearFile open(int year) {
    Path path = new Path(folder, "year=" + year + "/" + name);
    return new YearFile(path, factory.newInstance(path.toString(), schema, context));
  }

  @Override
  public List<StagedFile> close() {
    List<StagedFile> staged = new ArrayList<>();
    files.forEach((year, file) -> staged.add(file.close(year)));
    return staged;
  }

  @Override
  public void abort() {
    files.values().forEach(YearFile::abort);
    files.clear();
  }

  /** A value as Spark's own rows hold it. */
  private static Object internal(Object value, DataType type) {
    if (value instanceof String text) {
      return UTF8String.fromString(text);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeUtils.localDateTimeToMicros(time);
    }
    if (value instanceof LocalDate day) {
      return DateTimeUtils.localDateToDays(day);
    }
    if (value instanceof BigDecimal number) {
      DecimalType decimal = (DecimalType) type;
      BigDecimal scaled = number.setScale(decimal.scale(), RoundingMode.UNNECESSARY);
      return Decimal.apply(scaled, decimal.precision(), decimal.scale());
    }
    return value;
  }

  private final class YearFile {
    private final Path path;
    private final OutputWriter writer;
    private long rows;
    private String firstTown;
    private String lastTown;

    YearFile(Path path, OutputWriter writer) {
      this.path = path;
      this.writer = writer;
    }

    /** The year is the second of the values, and stands in the name of the folder. */
    void write(List<Object> values, long record) {
      Object[] cells = new Object[fields.length];
      cells[TOWN] = internal(values.get(TOWN), fields[TOWN].dataType());
      for (int i = 2; i < values.size(); i++) {
        cells[i - 1] = internal(values.get(i), fields[i - 1].dataType());
      }
      cells[values.size() - 1] = sourceFile;
      cells[values.size()] = record;
      cells[values.size() + 1] = load;
      writer.write(new GenericInternalRow(cells));
      note((String) values.get(TOWN));
    }

    private void note(String town) {
      rows++;
      firstTown = firstTown == null || town.compareTo(firstTown) < 0 ? town : firstTown;
      lastTown = lastTown == null || town.compareTo(lastTown) > 0 ? town : lastTown;
    }

    StagedFile close(int year) {
      writer.close();
      try {
        FileStatus file = path.getFileSystem(context.getConfiguration()).getFileStatus(path);
        return new StagedFile(
            dataset,
            path.toString(),
            year,
            rows,
            file.getLen(),
            file.getModificationTime(),
            firstTown,
            lastTown);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + path, e);
      }
    }

    void abort() {
      try {
        writer.close();
        path.getFileSystem(context.getConfiguration()).delete(path, false);
      } catch (IOException | RuntimeException e) {
        // What is left lies outside the table; that the part failed is told already.
        return;
      }
    }
  }
}

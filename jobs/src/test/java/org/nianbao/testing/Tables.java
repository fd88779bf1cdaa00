package org.nianbao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.nianbao.edition.CsvTable;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;

/** Small tables as readable CSV files: what goes into a computation and what must come out. */
public final class Tables {
  private Tables() {}

  /** Rows of a contract; columns that the file leaves out are null, and so are empty cells. */
  public static Dataset<Row> read(Table table, Path file) {
    List<Row> rows =
        rows(table, file).stream().map(row -> RowFactory.create(row.values().toArray())).toList();
    return Spark.session().createDataFrame(rows, table.schema());
  }

  /** The same rows outside Spark. */
  public static List<ResultRow> rows(Table table, Path file) {
    try (CSVParser parser =
        CSVParser.parse(
            Files.readString(file).replace("\uFEFF", ""),
            CSVFormat.RFC4180.builder().setHeader().get())) {
      List<ResultRow> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        rows.add(
            new ResultRow(
                table,
                Arrays.asList(
                    table.fields().stream().map(field -> value(record, field)).toArray())));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The delivered text of a table, without the byte order mark and with plain line ends. */
  public static String text(Table table, Dataset<Row> rows) {
    try {
      Path folder = Files.createTempDirectory("nianbao");
      CsvTable.write(folder, table, table.conform(rows).orderBy(table.order()).toLocalIterator());
      Path file = folder.resolve(table.name() + ".csv");
      String text = Files.readString(file).replace("\uFEFF", "").replace("\r\n", "\n");
      Files.delete(file);
      Files.delete(folder);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(CSVRecord record, Field field) {
    if (!record.isMapped(field.name()) || record.get(field.name()).isEmpty()) {
      return null;
    }
    String text = record.get(field.name());
    DataType type = field.type();
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(text);
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    if (type.equals(DataTypes.TimestampNTZType)) {
      return LocalDateTime.parse(text);
    }
    return type instanceof DecimalType ? new BigDecimal(text) : text;
  }
}

package org.nianbao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parquet exports, written and read by DuckDB. */
final class ParquetFiles {
  private ParquetFiles() {}

  /** Writes a table given as CSV, with the types of its sheet. */
  static void write(Path file, byte[] csv, Sheet sheet) throws IOException {
    Path table = Files.createTempFile("nianbao-sample", ".csv");
    String columns =
        IntStream.range(0, sheet.header().size())
            .mapToObj(i -> cast(sheet.header().get(i), sheet.types().get(i)))
            .collect(Collectors.joining(", "));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Files.write(table, csv);
      statement.execute("SET threads = 1");
      statement.execute(
          "COPY (SELECT "
              + columns
              + " FROM read_csv("
              + text(table)
              + ", header = true, all_varchar = true, nullstr = '')) TO "
              + text(file)
              + " (FORMAT parquet, COMPRESSION zstd)");
    } catch (SQLException e) {
      throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Files.delete(table);
    }
  }

  /** All a file says: names, types, then the rows in order; a cell without value is null. */
  static List<List<String>> read(Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM read_parquet(" + text(file) + ")")) {
      List<List<String>> content = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
      int columns = rows.getMetaData().getColumnCount();
      for (int i = 1; i <= columns; i++) {
        content.get(0).add(rows.getMetaData().getColumnName(i));
        content.get(1).add(rows.getMetaData().getColumnTypeName(i));
      }
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(rows.getString(i));
        }
        content.add(row);
      }
      return content;
    } catch (SQLException e) {
      throw new IOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String cast(String column, String type) {
    return "CAST(\"" + column + "\" AS " + type + ") AS \"" + column + "\"";
  }

  private static String text(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }
}

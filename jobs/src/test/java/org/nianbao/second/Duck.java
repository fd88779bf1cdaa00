package org.nianbao.second;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A DuckDB database in memory, and the SQL files beside this class that it runs. */
final class Duck implements AutoCloseable {
  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  /** Opens a database that asks no network for anything. */
  static Duck open() throws SQLException {
    Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
    duck.execute("SET autoinstall_known_extensions = false");
    duck.execute("SET threads = 2");
    return duck;
  }

  /** Gives a variable of the SQL files its value. */
  void set(String variable, String value) throws SQLException {
    execute("SET VARIABLE " + variable + " = '" + value.replace("'", "''") + "'");
  }

  /** Runs a file of SQL. */
  void run(String file) throws SQLException {
    try {
      execute(sql(file));
    } catch (SQLException e) {
      throw new SQLException(file + ": " + e.getMessage(), e);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query: text by column, as a delivered table would write it. */
  List<Map<String, String>> rows(String sql) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.put(found.getMetaData().getColumnName(i), text(found.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  static String sql(String file) {
    try (InputStream stream = Duck.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

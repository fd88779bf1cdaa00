package org.nianbao.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;

/**
 * A script for DuckDB ({@code rival.sql}, {@code tables.sql}) that keeps the same account of every
 * row. DuckDB reads UTF-8 only, unless an extension is fetched: files in GB18030 are copied first,
 * which counts.
 */
@Command(name = "duckdb", description = "The tables of tickets and publications, by DuckDB")
final class DuckRival extends Rival {
  @Override
  public Integer call() throws IOException, SQLException {
    Files.createDirectories(out.resolve("archive"));
    Files.createDirectories(out.resolve("tables"));
    Path copies = Files.createDirectories(out.resolve("utf8"));
    List<ExportFile> files = ExportFile.below(exports);
    Map<ExportFile, Path> paths = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> paths.put(file, utf8(file, copies, files)));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE export (file SMALLINT, path TEXT, name TEXT, kind TEXT, town TEXT)");
      insert(connection, files, paths);
      statement.execute(
          ResultQuery.resource("rival.sql")
              .replace("${seeds}", seeds().toString())
              .replace("${out}", out.toString())
              .replace("${as_of}", asOf.toString()));
      for (ResultQuery query : ResultQuery.all()) {
        statement.execute("CREATE TABLE " + query.name() + " AS " + query.sql());
        if (query.delivered()) {
          statement.execute(
              "COPY (FROM %s ORDER BY ALL) TO '%s/tables/%s.csv' (HEADER)"
                  .formatted(query.name(), out, query.name()));
        }
      }
    }
    PathUtils.deleteDirectory(copies);
    return 0;
  }

  private static void insert(
      Connection connection, List<ExportFile> files, Map<ExportFile, Path> paths)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO export VALUES (?, ?, ?, ?, ?)")) {
      for (int i = 0; i < files.size(); i++) {
        ExportFile file = files.get(i);
        row.setInt(1, i);
        row.setString(2, paths.get(file).toString());
        row.setString(3, file.name());
        row.setString(4, file.kind());
        row.setString(5, file.folder());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static Path utf8(ExportFile file, Path copies, List<ExportFile> files) {
    try {
      if (file.charset().equals(StandardCharsets.UTF_8)) {
        return file.path();
      }
      Path copy = copies.resolve(files.indexOf(file) + ".csv");
      try (Reader in = Files.newBufferedReader(file.path(), file.charset());
          Writer to = Files.newBufferedWriter(copy)) {
        in.transferTo(to);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

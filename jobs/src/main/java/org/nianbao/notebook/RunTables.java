package org.nianbao.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The result tables that a run delivered: {@code OUT/tables/*.csv}, as {@code datapackage.json}
 * beside them describes them. A table is read when it is asked for.
 */
public final class RunTables {
  private static final String DESCRIPTION = "datapackage.json";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path folder;
  private final Map<String, JsonNode> described = new LinkedHashMap<>();

  private RunTables(Path folder, JsonNode description) {
    this.folder = folder;
    description.path("resources").forEach(table -> described.put(text(table, "name"), table));
  }

  /**
   * Opens the tables of a run.
   *
   * @param out the folder of deliverables, such as {@code build/out}
   * @throws UncheckedIOException if there are no tables in it
   */
  public static RunTables in(Path out) {
    Path folder = out.resolve("tables");
    Path description = folder.resolve(DESCRIPTION);
    if (!Files.isRegularFile(description)) {
      throw unreadable(description, new IOException("there is no such file"));
    }
    try {
      return new RunTables(folder, new ObjectMapper().readTree(description.toFile()));
    } catch (IOException e) {
      throw unreadable(description, e);
    }
  }

  /** The names of the tables, in the order in which people read them. */
  public List<String> names() {
    return List.copyOf(described.keySet());
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if there is none of this name, with the names that there are
   * @throws UncheckedIOException if its file cannot be read or is not as described
   */
  public ResultTable table(String name) {
    JsonNode table = described.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "Cannot read %s: there is no such table; the tables are %s"
              .formatted(name, String.join(", ", names())));
    }
    List<Column> columns = new ArrayList<>();
    table.path("schema").path("fields").forEach(field -> columns.add(column(field)));
    List<String> key = new ArrayList<>();
    table.path("schema").path("primaryKey").forEach(column -> key.add(column.asText()));
    List<List<String>> rows = rows(folder.resolve(text(table, "path")), columns);
    return new ResultTable(
        name, text(table, "title"), text(table, "description"), key, columns, rows.stream());
  }

  private static Column column(JsonNode field) {
    return new Column(
        text(field, "name"),
        text(field, "type"),
        text(field, "title"),
        text(field, "unit"),
        text(field, "description"));
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  private static List<List<String>> rows(Path file, List<Column> columns) {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180)) {
      List<List<String>> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        rows.add(record.toList());
      }
      List<String> header = rows.isEmpty() ? List.of() : withoutMark(rows.remove(0));
      List<String> expected = columns.stream().map(Column::name).toList();
      if (!header.equals(expected)) {
        throw new IOException("its header is %s, not %s".formatted(header, expected));
      }
      return rows;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static List<String> withoutMark(List<String> header) {
    List<String> cells = new ArrayList<>(header);
    if (!cells.get(0).isEmpty() && cells.get(0).charAt(0) == BYTE_ORDER_MARK) {
      cells.set(0, cells.get(0).substring(1));
    }
    return cells;
  }

  private static UncheckedIOException unreadable(Path file, IOException cause) {
    return new UncheckedIOException(
        "Cannot read %s: %s; let `nianbao run` write it".formatted(file, cause.getMessage()),
        cause);
  }
}

package org.nianbao.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the lists that {@code seeds/datapackage.json} describes and holds every cell against it.
 *
 * <p>The description is a Frictionless Data Package (Table Schema 1.0), of which the parts used are
 * checked: column names and order, types, {@code required}, {@code enum}, {@code pattern}, primary
 * and foreign keys.
 */
final class SeedSchema {
  private static final String DESCRIPTION = "datapackage.json";

  private final SeedFiles files;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, List<SeedRow>> lists = new LinkedHashMap<>();

  private SeedSchema(SeedFiles files) {
    this.files = files;
  }

  /**
   * Every list by its name.
   *
   * @throws SeedException naming file and line of all that breaks the description
   */
  static Map<String, List<SeedRow>> read(SeedFiles files) {
    SeedSchema schema = new SeedSchema(files);
    JsonNode resources = schema.description().path("resources");
    resources.forEach(schema::readList);
    resources.forEach(schema::checkForeignKeys);
    if (!schema.problems.isEmpty()) {
      throw new SeedException(schema.problems);
    }
    return schema.lists;
  }

  private JsonNode description() {
    String text =
        files
            .text(DESCRIPTION)
            .orElseThrow(
                () ->
                    new SeedException(
                        List.of(
                            DESCRIPTION + " is missing; point --seeds at the project's seeds/")));
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new SeedException(List.of(DESCRIPTION + " is not JSON: " + e.getMessage()));
    }
  }

  private void readList(JsonNode resource) {
    String path = resource.path("path").asText();
    List<SeedRow> rows = new ArrayList<>();
    lists.put(resource.path("name").asText(), rows);
    String text = files.text(path).orElse(null);
    if (text == null) {
      problems.add(path + " is missing");
      return;
    }
    List<JsonNode> fields = new ArrayList<>();
    resource.path("schema").path("fields").forEach(fields::add);
    List<String> names = fields.stream().map(field -> field.path("name").asText()).toList();
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get()
            .parse(new StringReader(lines(text)))) {
      if (!matches(parser.getHeaderNames(), fields, resource.path("schema"))) {
        problems.add(path + " line 1: columns are " + parser.getHeaderNames() + ", not " + names);
        return;
      }
      Map<List<String>, String> seen = new HashMap<>();
      for (CSVRecord record : parser) {
        String place = path + " line " + parser.getCurrentLineNumber();
        if (!record.isConsistent()) {
          int columns = parser.getHeaderNames().size();
          problems.add(place + " has " + record.size() + " cells instead of " + columns);
          continue;
        }
        SeedRow row = new SeedRow(place, record.toMap());
        fields.forEach(field -> checkCell(row, field));
        checkPrimaryKey(row, resource.path("schema").path("primaryKey"), seen);
        rows.add(row);
      }
    } catch (IOException | RuntimeException e) {
      problems.add(path + " is not well-formed CSV: " + e.getMessage());
    }
  }

  /**
   * Whether a header has the described columns in their order. A schema whose {@code fieldsMatch}
   * is {@code subset} (Table Schema 2.0) lets those be absent that are not required.
   */
  private static boolean matches(List<String> header, List<JsonNode> fields, JsonNode schema) {
    boolean subset = names(schema.path("fieldsMatch")).contains("subset");
    List<String> expected =
        fields.stream()
            .filter(
                field ->
                    !subset
                        || field.path("constraints").path("required").asBoolean()
                        || header.contains(field.path("name").asText()))
            .map(field -> field.path("name").asText())
            .toList();
    return header.equals(expected);
  }

  /** Without a byte order mark; and the parser counts a line only when it has an end. */
  private static String lines(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.endsWith("\n") ? unmarked : unmarked + "\n";
  }

  private void checkCell(SeedRow row, JsonNode field) {
    String name = field.path("name").asText();
    String value = row.get(name);
    JsonNode constraints = field.path("constraints");
    if (value.isEmpty()) {
      if (constraints.path("required").asBoolean()) {
        problems.add(row.place() + ": " + name + " is empty");
      }
      return;
    }
    if (!hasType(value, field.path("type").asText())) {
      problems.add(
          row.place() + ": " + name + " '" + value + "' is no " + field.path("type").asText());
    }
    if (constraints.has("pattern")
        && !Pattern.matches(constraints.path("pattern").asText(), value)) {
      problems.add(
          row.place()
              + ": "
              + name
              + " '"
              + value
              + "' does not match "
              + constraints.path("pattern").asText());
    }
    if (constraints.has("enum")) {
      List<String> allowed = new ArrayList<>();
      constraints.path("enum").forEach(item -> allowed.add(item.asText()));
      if (!allowed.contains(value)) {
        problems.add(row.place() + ": " + name + " '" + value + "' is none of " + allowed);
      }
    }
  }

  private static boolean hasType(String value, String type) {
    return switch (type) {
      case "integer" -> Pattern.matches("[+-]?\\d+", value);
      case "number" -> isNumber(value);
      case "boolean" -> value.equals("true") || value.equals("false");
      case "date" -> Pattern.matches("\\d{4}-\\d{2}-\\d{2}", value);
      default -> true;
    };
  }

  private static boolean isNumber(String value) {
    try {
      new BigDecimal(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void checkPrimaryKey(SeedRow row, JsonNode key, Map<List<String>, String> seen) {
    List<String> columns = names(key);
    if (columns.isEmpty()) {
      return;
    }
    List<String> values = columns.stream().map(row::get).toList();
    String first = seen.putIfAbsent(values, row.place());
    if (first != null) {
      problems.add(
          row.place() + ": " + String.join("+", columns) + " " + values + " stands in " + first);
    }
  }

  private void checkForeignKeys(JsonNode resource) {
    for (JsonNode key : resource.path("schema").path("foreignKeys")) {
      String column = names(key.path("fields")).get(0);
      String list = key.path("reference").path("resource").asText();
      String target = names(key.path("reference").path("fields")).get(0);
      List<String> known = lists.get(list).stream().map(row -> row.get(target)).toList();
      for (SeedRow row : lists.get(resource.path("name").asText())) {
        if (!row.get(column).isEmpty() && !known.contains(row.get(column))) {
          problems.add(
              row.place() + ": " + column + " '" + row.get(column) + "' is not in " + list);
        }
      }
    }
  }

  /** Names given as one text or as a list of texts: the specification allows both. */
  private static List<String> names(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    List<String> names = new ArrayList<>();
    node.forEach(item -> names.add(item.asText()));
    return names;
  }
}

package org.nianbao.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.fact.Fact;

/**
 * What {@code facts.json} says of one edition.
 *
 * @param facts by id
 * @param sentences the paragraphs of the generated draft
 * @param tables its tables, row by row
 */
public record FactSheet(
    String town,
    int year,
    Map<String, Fact> facts,
    List<Sentence> sentences,
    List<List<List<Cell>>> tables) {
  public static final String FILE = "facts.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A paragraph with its figures, in their order. */
  record Sentence(String section, String text, List<Place> figures) {}

  /** A figure in a paragraph. */
  record Place(String fact, String text) {}

  /**
   * A cell of a table.
   *
   * @param fact id of the fact that it prints, or empty
   */
  record Cell(String text, String fact) {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is not what an edition writes
   */
  public static FactSheet read(Path file) throws IOException {
    JsonNode root = JSON.readTree(file.toFile());
    if (!root.has("facts") || !root.has("sentences") || !root.has("tables")) {
      throw new IOException(file + " lacks facts, sentences or tables");
    }
    Map<String, Fact> facts = new LinkedHashMap<>();
    root.get("facts").forEach(node -> facts.put(node.get("id").asText(), fact(node)));
    List<Sentence> sentences = new ArrayList<>();
    root.get("sentences").forEach(node -> sentences.add(sentence(node)));
    List<List<List<Cell>>> tables = new ArrayList<>();
    for (JsonNode table : root.get("tables")) {
      List<List<Cell>> rows = new ArrayList<>();
      table.get("rows").forEach(row -> rows.add(cells(row)));
      tables.add(rows);
    }
    return new FactSheet(
        root.get("town").asText(), root.get("year").asInt(), facts, sentences, tables);
  }

  private static Fact fact(JsonNode node) {
    return new Fact(
        node.get("id").asText(),
        node.get("label").asText(),
        new BigDecimal(node.get("value").asText()),
        node.get("unit").asText(),
        node.get("text").asText(),
        "",
        node.get("table").asText(),
        Map.of(),
        node.get("column").asText(),
        null,
        null,
        node.get("approximate").asBoolean());
  }

  private static Sentence sentence(JsonNode node) {
    List<Place> figures = new ArrayList<>();
    for (JsonNode one : node.get("figures")) {
      figures.add(new Place(one.get("fact").asText(), one.get("text").asText()));
    }
    return new Sentence(node.get("section").asText(), node.get("text").asText(), figures);
  }

  private static List<Cell> cells(JsonNode row) {
    List<Cell> cells = new ArrayList<>();
    row.forEach(
        cell -> cells.add(new Cell(cell.get("text").asText(), cell.path("fact").asText(""))));
    return cells;
  }
}

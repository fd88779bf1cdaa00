package org.nianbao.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Grid;
import org.nianbao.draft.Passage;
import org.nianbao.draft.Piece;
import org.nianbao.fact.Fact;

/**
 * {@code facts.json}: every figure of an edition with where it comes from, the sentences with the
 * facts they tell, and the changes that no sentence tells. Written last: where it stands, the
 * edition is whole.
 */
public final class FactsFile implements Document<Edition> {
  public static final String NAME = "facts.json";

  private static final String DIGEST = "digest";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Override
  public String fileName() {
    return NAME;
  }

  /** The digest of the edition that a file describes; empty where there is no such file. */
  public static String digest(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      JsonNode digest = JSON.readTree(file.toFile()).get(DIGEST);
      return digest == null ? "" : digest.asText();
    } catch (IOException e) {
      // A file that somebody spoiled is written anew.
      return "";
    }
  }

  @Override
  public void write(Edition edition, Path file) throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("town_code", edition.town().townCode());
    content.put("town", edition.town().town());
    content.put("year", edition.year());
    content.put("title", edition.draft().title());
    content.put(DIGEST, edition.digest());
    content.put("facts", edition.facts().all().stream().map(FactsFile::described).toList());
    content.put("sentences", sentences(edition.draft()));
    content.put("tables", tables(edition.draft()));
    content.put("not_comparable", edition.draft().unsaid());
    JSON.writeValue(file.toFile(), content);
  }

  private static Map<String, Object> described(Fact fact) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("id", fact.id());
    described.put("label", fact.label());
    described.put("value", fact.value());
    described.put("unit", fact.unit());
    described.put("text", fact.text());
    described.put("approximate", fact.approximate());
    described.put("formula", fact.formula());
    described.put("table", fact.table());
    described.put("key", new TreeMap<>(fact.key()));
    described.put("column", fact.column());
    if (fact.comparable() != null) {
      described.put("comparable", fact.comparable());
      described.put("reason", fact.reason());
    }
    return described;
  }

  private static List<Map<String, Object>> sentences(Draft draft) {
    List<Map<String, Object>> sentences = new ArrayList<>();
    for (Draft.Section section : draft.sections()) {
      for (var block : section.blocks()) {
        if (block instanceof Passage passage) {
          Map<String, Object> sentence = new LinkedHashMap<>();
          sentence.put("section", section.heading());
          sentence.put("text", passage.text());
          sentence.put("facts", passage.facts().stream().map(Fact::id).toList());
          sentence.put("figures", figures(passage));
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }

  /** Where in the sentence each figure stands. */
  private static List<Map<String, Object>> figures(Passage passage) {
    List<Map<String, Object>> figures = new ArrayList<>();
    int start = 0;
    for (Piece piece : passage.pieces()) {
      if (piece instanceof Piece.Figure figure) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("fact", figure.fact().id());
        described.put("start", start);
        described.put("text", figure.text());
        figures.add(described);
      }
      start += piece.text().length();
    }
    return figures;
  }

  private static List<Map<String, Object>> tables(Draft draft) {
    List<Map<String, Object>> tables = new ArrayList<>();
    for (Draft.Section section : draft.sections()) {
      for (var block : section.blocks()) {
        if (block instanceof Grid grid) {
          Map<String, Object> table = new LinkedHashMap<>();
          table.put("section", section.heading());
          table.put("caption", grid.caption());
          table.put(
              "rows",
              grid.rows().stream()
                  .map(row -> row.stream().map(FactsFile::described).toList())
                  .toList());
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private static Map<String, Object> described(Grid.Cell cell) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("text", cell.text());
    cell.pieces().stream()
        .filter(Piece.Figure.class::isInstance)
        .forEach(piece -> described.put("fact", ((Piece.Figure) piece).fact().id()));
    return described;
  }
}

package org.nianbao.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;
import org.nianbao.trend.TownComparison;

/** What people read for codes that no column of the tables explains. */
public final class Terms {
  /** A note to the reader of a document. */
  public record Note(String topic, String text) {}

  private final Map<String, Map<String, String>> ofNames = new HashMap<>();
  private final Map<Field, Map<String, String>> ofColumns = new HashMap<>();

  /** Reads the list of terms, and takes what the seeds and the contracts say themselves. */
  public Terms(Seeds seeds) {
    for (CSVRecord term : records("terms.csv")) {
      ofNames
          .computeIfAbsent(term.get("column"), any -> new HashMap<>())
          .put(term.get("code"), term.get("label"));
    }
    add(Trends.REASON, seeds.rows("reasons"), "code");
    add(TownComparison.REASON, seeds.rows("rank_reasons"), "code");
    add(Trends.DIMENSION, seeds.rows("breakdowns"), "dimension");
    Archive.TABLES.forEach(table -> add(Shared.DATASET, table.dataset(), table.label()));
  }

  /** Whether the codes of a column have labels here. */
  public boolean explain(Field column) {
    return !labels(column).isEmpty();
  }

  /** The label of a code of a column. */
  public Optional<String> label(Field column, String code) {
    return Optional.ofNullable(labels(column).get(code));
  }

  /** How figures are counted and shown, as far as it matters to a kind of document. */
  public static List<Note> notes(String document) {
    return records("notes.csv").stream()
        .filter(note -> List.of(note.get("documents").split("\\|")).contains(document))
        .map(note -> new Note(note.get("topic"), note.get("text")))
        .toList();
  }

  private static List<CSVRecord> records(String list) {
    try (InputStream stream = Terms.class.getResourceAsStream(list);
        CSVParser parser =
            CSVParser.parse(
                new InputStreamReader(stream, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader().get())) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two columns of one name may have codes that mean different things. */
  private Map<String, String> labels(Field column) {
    return ofColumns.getOrDefault(column, ofNames.getOrDefault(column.name(), Map.of()));
  }

  private void add(Field column, List<SeedRow> rows, String code) {
    rows.forEach(row -> add(column, row.get(code), row.get("label")));
  }

  private void add(Field column, String code, String label) {
    ofColumns.computeIfAbsent(column, any -> new HashMap<>()).put(code, label);
  }
}

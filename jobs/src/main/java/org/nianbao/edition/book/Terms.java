package org.nianbao.edition.book;

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

/** What people read for codes that no column of the tables explains. */
final class Terms {
  private final Map<String, Map<String, String>> labels = new HashMap<>();

  Terms(Seeds seeds) {
    for (CSVRecord term : records("terms.csv")) {
      add(term.get("column"), term.get("code"), term.get("label"));
    }
    for (SeedRow reason : seeds.rows("reasons")) {
      add(Trends.REASON.name(), reason.get("code"), reason.get("label"));
    }
    for (SeedRow breakdown : seeds.rows("breakdowns")) {
      add(Trends.DIMENSION.name(), breakdown.get("dimension"), breakdown.get("label"));
    }
    Archive.TABLES.forEach(table -> add(Shared.DATASET.name(), table.dataset(), table.label()));
  }

  /** Whether the codes of a column have labels here. */
  boolean explain(Field column) {
    return labels.containsKey(column.name());
  }

  /** The label of a code of a column. */
  Optional<String> label(Field column, String code) {
    return Optional.ofNullable(labels.getOrDefault(column.name(), Map.of()).get(code));
  }

  /** The rows of a list that comes with the workbooks. */
  static List<CSVRecord> records(String list) {
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

  private void add(String column, String code, String label) {
    labels.computeIfAbsent(column, any -> new HashMap<>()).put(code, label);
  }
}

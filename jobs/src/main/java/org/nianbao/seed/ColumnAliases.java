package org.nianbao.seed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers by which exports name the columns of each dataset.
 *
 * @param aliases by dataset: column by header key, earlier lines of the list first
 * @param required by dataset: the columns without which a header is not recognised
 */
public record ColumnAliases(
    Map<String, Map<String, String>> aliases, Map<String, Set<String>> required)
    implements Serializable {

  public Set<String> datasets() {
    return aliases.keySet();
  }

  /**
   * Where each column of a dataset stands in a header; the alias that the list names first wins
   * when two cells name the same column. A column that no cell names as the list does may be named
   * with the hotline's number before it or a note behind it. Columns that are not there are absent.
   */
  public Map<String, Integer> positions(String dataset, List<String> header) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    place(dataset, header.stream().map(LabelText::headerKey).toList(), positions);
    place(dataset, header.stream().map(LabelText::bareHeaderKey).toList(), positions);
    return positions;
  }

  private void place(String dataset, List<String> keys, Map<String, Integer> positions) {
    aliases
        .get(dataset)
        .forEach(
            (alias, column) -> {
              int position = keys.indexOf(alias);
              if (position >= 0) {
                positions.putIfAbsent(column, position);
              }
            });
  }

  static ColumnAliases of(List<SeedRow> rows, List<String> problems) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    Map<String, Set<String>> required = new HashMap<>();
    List<SeedRow> named = new ArrayList<>(rows);
    for (SeedRow row : named) {
      String dataset = row.get("dataset");
      String column = row.get("column");
      Map<String, String> known = aliases.computeIfAbsent(dataset, name -> new LinkedHashMap<>());
      String other = known.putIfAbsent(LabelText.headerKey(row.get("alias")), column);
      if (other != null) {
        problems.add(row.place() + ": alias '" + row.get("alias") + "' already means " + other);
      }
      Set<String> needed = required.computeIfAbsent(dataset, name -> new TreeSet<>());
      if (row.get("required").equals("yes")) {
        needed.add(column);
      }
    }
    // A header in the archive's own column names needs no alias.
    for (SeedRow row : named) {
      aliases
          .get(row.get("dataset"))
          .putIfAbsent(LabelText.headerKey(row.get("column")), row.get("column"));
    }
    return new ColumnAliases(aliases, required);
  }
}

package org.nianbao.seed;

import java.util.List;
import java.util.Map;

/**
 * One line of a reference list.
 *
 * @param place file and line, for messages
 * @param values the cells by column; blank cells are empty strings
 */
public record SeedRow(String place, Map<String, String> values) {

  public String get(String column) {
    return values.getOrDefault(column, "");
  }

  public boolean flag(String column) {
    return Boolean.parseBoolean(get(column));
  }

  /** The parts of a cell that lists several texts with a bar between them. */
  public List<String> list(String column) {
    return get(column).isEmpty() ? List.of() : List.of(get(column).split("\\|", -1));
  }
}

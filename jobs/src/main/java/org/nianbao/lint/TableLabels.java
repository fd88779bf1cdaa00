package org.nianbao.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nianbao.report.Block;
import org.nianbao.report.Document;
import org.nianbao.report.Grid;

/** Rows of the draft's own tables that hold one number, for prose that names them. */
final class TableLabels {
  private static final int SHORTEST_LABEL = 4;
  private static final String NUMBERING = "^(?:\\d+[.、]|\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+、|其中:)";

  private final Map<String, String> numbers = new LinkedHashMap<>();

  TableLabels(Document draft, TableMatch tables) {
    for (Block block : draft.blocks()) {
      if (block instanceof Grid table) {
        for (int row = 0; row < table.height(); row++) {
          String label = unnumbered(table.text(row, 0)).replaceFirst("数$", "");
          var cells =
              table.starting(row).stream().filter(cell -> tables.isNumber(cell.text())).toList();
          if (label.length() >= SHORTEST_LABEL && cells.size() == 1) {
            numbers.put(label, cells.get(0).text());
          }
        }
      }
    }
  }

  /** The label of a row without the number that forms print before it. */
  static String unnumbered(String label) {
    return label.replaceFirst(NUMBERING, "");
  }

  /** What the table has where prose names its row right before a number; null: nothing. */
  String at(String anchor) {
    return numbers.entrySet().stream()
        .filter(entry -> anchor.endsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}

package org.nianbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads plain text: typed, copied from a page, or taken out of a PDF file. Lines with bars or tabs,
 * and lines that end in many numbers, are rows of a table; every other line is a paragraph.
 */
final class PlainText {
  private static final Pattern RULE = Pattern.compile("[|\\s:+=-]*-{3}[|\\s:+=-]*");

  /** A label with many numbers behind it, as a row of a table comes out of a PDF file. */
  private static final Pattern ROW_OF_NUMBERS =
      Pattern.compile("(.*\\p{IsHan}\\S*?)((?:\\s+(?:[\\d０-９]+(?:[.．][\\d０-９]+)?|[/／—-]|无)){5,})");

  private final List<Block> blocks = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private PlainText() {}

  static Document read(String text) {
    PlainText reader = new PlainText();
    text.lines().forEach(reader::line);
    reader.endTable();
    return new Document("", reader.blocks);
  }

  private void line(String line) {
    if (line.contains("|") || line.contains("\t")) {
      if (!RULE.matcher(line).matches()) {
        rows.add(cells(line));
      }
      return;
    }
    var numbers = ROW_OF_NUMBERS.matcher(line.strip());
    if (numbers.matches()) {
      List<String> row = new ArrayList<>(List.of(numbers.group(1).strip()));
      row.addAll(List.of(numbers.group(2).strip().split("\\s+")));
      rows.add(row);
      return;
    }
    if (!line.isBlank()) {
      endTable();
      blocks.add(new Paragraph(line.strip()));
    }
  }

  /** A bar at either end of a line closes a cell; it does not open another. */
  private static List<String> cells(String line) {
    String bars = line.strip();
    boolean framed = bars.length() > 1 && bars.startsWith("|") && !bars.matches("\\|+");
    String inner = framed ? bars.substring(1) : line.contains("|") ? bars : line;
    String[] cells = inner.split("[|\t]", -1);
    int count = inner.endsWith("|") ? cells.length - 1 : cells.length;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(cells[i].strip());
    }
    return texts;
  }

  private void endTable() {
    if (rows.isEmpty()) {
      return;
    }
    List<List<String>> table = rows.stream().allMatch(PlainText::isPiece) ? rejoined() : rows;
    Grid.Builder grid = new Grid.Builder();
    for (List<String> row : table) {
      grid.row();
      row.forEach(grid::cell);
    }
    blocks.add(grid.build(false));
    rows.clear();
  }

  /** One cell, or the blanks that end a row: a table that was written one cell a line. */
  private static boolean isPiece(List<String> row) {
    return row.size() == 1 || row.stream().allMatch(String::isEmpty);
  }

  /** Rows of a table that was written one cell a line, of the least width that fits. */
  private List<List<String>> rejoined() {
    List<String> cells = rows.stream().flatMap(List::stream).toList();
    for (int width = 2; width <= cells.size() / 2; width++) {
      List<List<String>> cut = new ArrayList<>();
      for (int i = 0; i < cells.size(); i += width) {
        cut.add(cells.subList(i, Math.min(i + width, cells.size())));
      }
      if (cut.stream().allMatch(PlainText::endsInBlanks)) {
        return cut;
      }
    }
    return rows;
  }

  /** Rows under merged cells are short, and filled up with blanks at their end only. */
  private static boolean endsInBlanks(List<String> row) {
    long written = row.stream().takeWhile(cell -> !cell.isEmpty()).count();
    return written > 0 && row.stream().skip(written).allMatch(String::isEmpty);
  }
}

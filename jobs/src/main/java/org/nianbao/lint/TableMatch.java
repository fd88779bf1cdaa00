package org.nianbao.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nianbao.report.Grid;
import org.nianbao.report.Wording;

/** Lays a table of a draft over the generated one: row by row, whatever was added or left out. */
final class TableMatch {
  /** So much of a table's rows must be those of a generated one. */
  private static final double FEWEST = 0.5;

  private final Wording wording;
  private final Scanner scanner;

  TableMatch(Wording wording, Scanner scanner) {
    this.wording = wording;
    this.scanner = scanner;
  }

  /** The generated cell behind each number of the draft's table; none where it has no such cell. */
  Map<Grid.Cell, FactSheet.Cell> of(Grid table, FactSheet sheet) {
    List<List<Grid.Cell>> own = new ArrayList<>();
    for (int row = 0; row < table.height(); row++) {
      own.add(filled(table.starting(row)));
    }
    List<String> names =
        own.stream().map(row -> name(row.stream().map(Grid.Cell::text).toList())).toList();
    Map<Grid.Cell, FactSheet.Cell> best = Map.of();
    double most = FEWEST * own.size();
    for (List<List<FactSheet.Cell>> generated : sheet.tables()) {
      List<String> others =
          generated.stream()
              .map(row -> name(row.stream().map(FactSheet.Cell::text).toList()))
              .toList();
      List<int[]> pairs = common(names, others);
      if (pairs.size() > most) {
        most = pairs.size();
        best = cells(pairs, own, generated);
      }
    }
    return best;
  }

  /** Text has blanks behind short rows only because others are longer. */
  private static List<Grid.Cell> filled(List<Grid.Cell> row) {
    int end = row.size();
    while (end > 0 && row.get(end - 1).isBlank()) {
      end--;
    }
    return row.subList(0, end);
  }

  /** What a row is called: its cells that are no numbers. */
  private String name(List<String> cells) {
    return cells.stream()
        .map(wording::plain)
        .filter(text -> !text.isEmpty() && !isNumber(text))
        .collect(Collectors.joining("|"));
  }

  boolean isNumber(String text) {
    List<Quantity> numbers = scanner.in(text + "。").figures();
    return numbers.size() == 1
        && numbers.get(0).start() <= 1
        && numbers.get(0).end() == text.length()
        && !numbers.get(0).spelled();
  }

  /** The longest list of rows with the same names in the same order. */
  private static List<int[]> common(List<String> names, List<String> others) {
    int[][] length = new int[names.size() + 1][others.size() + 1];
    for (int i = names.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        length[i][j] =
            names.get(i).equals(others.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<int[]> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < names.size() && j < others.size()) {
      if (names.get(i).equals(others.get(j))) {
        pairs.add(new int[] {i++, j++});
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  private Map<Grid.Cell, FactSheet.Cell> cells(
      List<int[]> pairs, List<List<Grid.Cell>> own, List<List<FactSheet.Cell>> generated) {
    Map<Grid.Cell, FactSheet.Cell> cells = new HashMap<>();
    for (int[] pair : pairs) {
      List<Grid.Cell> row = own.get(pair[0]);
      List<FactSheet.Cell> other = generated.get(pair[1]);
      for (int i = 0; i < Math.min(row.size(), other.size()); i++) {
        if (isNumber(wording.plain(row.get(i).text()))) {
          cells.put(row.get(i), other.get(i));
        }
      }
    }
    return cells;
  }
}

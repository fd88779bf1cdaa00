package org.nianbao.edition.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nianbao.draft.Grid;

/** How wide the columns of a table are, by the length of what stands in them. */
final class ColumnWidths {
  private static final int NARROWEST = 2;
  private static final int WIDEST_HEADING = 3;
  private static final int NARROWEST_MERGED = 4;
  private static final int WIDEST = 16;

  /** Longer names are set from the left, shorter ones stand in the middle. */
  private static final int WIDEST_CENTRED = 12;

  private final Grid grid;
  private final int[] letters;

  ColumnWidths(Grid grid) {
    this.grid = grid;
    this.letters = new int[grid.width()];
    Arrays.fill(letters, NARROWEST);
    measure();
  }

  /** Widths that add up to a total. */
  List<Integer> within(int total) {
    int all = Arrays.stream(letters).sum();
    List<Integer> widths = new ArrayList<>();
    int sum = 0;
    int given = 0;
    for (int column : letters) {
      sum += column;
      int end = total * sum / all;
      widths.add(end - given);
      given = end;
    }
    return widths;
  }

  /** Whether what stands in some columns stands in their middle. */
  boolean areCentred(int first, int columns) {
    return Arrays.stream(letters, first, first + columns)
        .allMatch(column -> column <= WIDEST_CENTRED);
  }

  private void measure() {
    int[] busyUntil = new int[letters.length];
    for (int row = 0; row < grid.rows().size(); row++) {
      int column = 0;
      for (Grid.Cell cell : grid.rows().get(row)) {
        while (busyUntil[column] > row) {
          column++;
        }
        Arrays.fill(busyUntil, column, column + cell.columnSpan(), row + cell.rowSpan());
        if (cell.columnSpan() == 1) {
          letters[column] = Math.max(letters[column], wanted(cell));
        }
        column += cell.columnSpan();
      }
    }
  }

  /** A heading may be broken; a cell of several rows has room below. */
  private static int wanted(Grid.Cell cell) {
    int length = cell.text().length();
    int wanted =
        cell.heading()
            ? Math.min(length, WIDEST_HEADING)
            : Math.min(length, cell.rowSpan() > 1 ? NARROWEST_MERGED : WIDEST);
    return wanted + 1;
  }
}

package org.nianbao.draft;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is printed, with cells that span rows or columns.
 *
 * @param headerRows rows at the top that are repeated on each page
 * @param rows cells from the left; a place that a cell above or beside spans has no cell
 */
public record Grid(String caption, int headerRows, List<List<Cell>> rows) implements Block {

  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * One cell.
   *
   * @param rowSpan rows that it takes, at least 1
   * @param columnSpan columns that it takes, at least 1
   */
  public record Cell(List<Piece> pieces, int rowSpan, int columnSpan) {
    public Cell {
      pieces = List.copyOf(pieces);
    }

    static Cell of(String words) {
      return new Cell(List.of(new Piece.Words(words)), 1, 1);
    }

    static Cell of(Piece piece) {
      return new Cell(List.of(piece), 1, 1);
    }

    Cell spanning(int rows, int columns) {
      return new Cell(pieces, rows, columns);
    }

    public String text() {
      return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
  }

  /** The number of columns. */
  public int width() {
    return rows.isEmpty() ? 0 : rows.get(0).stream().mapToInt(Cell::columnSpan).sum();
  }
}

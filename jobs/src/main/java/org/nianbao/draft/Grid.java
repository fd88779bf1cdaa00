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
   * @param heading whether it names the columns below it
   */
  public record Cell(List<Piece> pieces, int rowSpan, int columnSpan, boolean heading) {
    public Cell {
      pieces = List.copyOf(pieces);
    }

    static Cell of(String words) {
      return of(new Piece.Words(words));
    }

    static Cell of(Piece piece) {
      return new Cell(List.of(piece), 1, 1, false);
    }

    static Cell heading(String words) {
      return new Cell(List.of(new Piece.Words(words)), 1, 1, true);
    }

    Cell spanning(int rows, int columns) {
      return new Cell(pieces, rows, columns, heading);
    }

    /** Whether its number is not known. */
    public boolean isOpen() {
      return pieces.stream().anyMatch(Piece.Blank.class::isInstance);
    }

    /** Whether it is the place of a number, known or not. */
    public boolean isNumber() {
      return isOpen() || pieces.stream().anyMatch(Piece.Figure.class::isInstance);
    }

    public String text() {
      return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
  }

  /** Whether a number of it is not known. */
  public boolean isOpen() {
    return rows.stream().flatMap(List::stream).anyMatch(Cell::isOpen);
  }

  /** The number of columns. */
  public int width() {
    return rows.isEmpty() ? 0 : rows.get(0).stream().mapToInt(Cell::columnSpan).sum();
  }
}

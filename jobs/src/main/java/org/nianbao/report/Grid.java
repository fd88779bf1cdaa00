package org.nianbao.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A table whose merged cells stand at every place that they cover.
 *
 * @param rows the cells by row and column; all rows are equally long
 * @param spans whether the file says which cells are merged; plain text does not
 */
public record Grid(List<List<Cell>> rows, boolean spans) implements Block {

  /**
   * One cell as it was written.
   *
   * @param row its first row, from 0
   * @param column its first column, from 0
   */
  public record Cell(int row, int column, int rowSpan, int columnSpan, String text) {
    public boolean isBlank() {
      return text.isBlank();
    }
  }

  public int height() {
    return rows.size();
  }

  public int width() {
    return rows.isEmpty() ? 0 : rows.get(0).size();
  }

  public Cell at(int row, int column) {
    return rows.get(row).get(column);
  }

  public String text(int row, int column) {
    return at(row, column).text();
  }

  /** The cells that begin in a row, from left to right. */
  public List<Cell> starting(int row) {
    return IntStream.range(0, width())
        .filter(column -> at(row, column).row() == row && at(row, column).column() == column)
        .mapToObj(column -> at(row, column))
        .toList();
  }

  /** The texts of a column above a row, the nearest first. */
  List<String> above(int row, int column) {
    List<String> texts = new ArrayList<>();
    for (int r = row - 1; r >= 0; r--) {
      texts.add(text(r, column));
    }
    return texts;
  }

  @Override
  public Grid with(UnaryOperator<String> change) {
    return new Grid(
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(
                            cell ->
                                new Cell(
                                    cell.row(),
                                    cell.column(),
                                    cell.rowSpan(),
                                    cell.columnSpan(),
                                    change.apply(cell.text())))
                        .toList())
            .toList(),
        spans);
  }

  /** Lays out cells as HTML does: each takes the first free place of its row. */
  static final class Builder {
    /** More columns than a page has room for are a mistake of whoever wrote the span. */
    private static final int WIDEST = 200;

    private final List<Map<Integer, Cell>> rows = new ArrayList<>();
    private int row = -1;

    /** Begins the next row. */
    Builder row() {
      row++;
      reach(row);
      return this;
    }

    Builder cell(String text) {
      return cell(text, 1, 1);
    }

    /** Adds a cell; a span below 1 counts as 1. */
    Builder cell(String text, int rowSpan, int columnSpan) {
      int column = 0;
      while (rows.get(row).containsKey(column)) {
        column++;
      }
      int down = Math.min(Math.max(1, rowSpan), WIDEST);
      int across = Math.min(Math.max(1, columnSpan), WIDEST);
      Cell cell = new Cell(row, column, down, across, text);
      for (int r = row; r < row + down; r++) {
        reach(r);
        for (int c = column; c < column + across; c++) {
          rows.get(r).putIfAbsent(c, cell);
        }
      }
      return this;
    }

    private void reach(int number) {
      while (rows.size() <= number) {
        rows.add(new HashMap<>());
      }
    }

    /** The table; spans that reach below its last row end there, and short rows end in blanks. */
    Grid build(boolean spans) {
      List<Map<Integer, Cell>> written = rows.subList(0, row + 1);
      int width =
          written.stream().flatMap(r -> r.keySet().stream()).mapToInt(c -> c + 1).max().orElse(0);
      List<List<Cell>> laid = new ArrayList<>();
      for (int r = 0; r < written.size(); r++) {
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < width; c++) {
          cells.add(written.get(r).getOrDefault(c, new Cell(r, c, 1, 1, "")));
        }
        laid.add(cells);
      }
      return new Grid(laid, spans);
    }
  }
}

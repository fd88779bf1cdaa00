package org.nianbao.edition.book;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.nianbao.edition.book.Styles.Look;
import org.nianbao.edition.plot.Plot;

/** Charts below each other, each above the cells that it draws from. */
final class ChartSheet {
  private static final int WIDTH_OF_CATEGORY = 24;
  private static final int WIDTH_OF_NUMBER = 12;
  private static final int COLUMNS = 9;
  private static final int LEAST_ROWS = 17;

  private final Leaf leaf;
  private final XSSFDrawing drawing;
  private int next;

  /** Adds an empty sheet to a book. */
  ChartSheet(Book book, String name) {
    leaf = book.add(name);
    drawing = leaf.frame().createDrawingPatriarch();
    leaf.width(0, WIDTH_OF_CATEGORY);
    for (int column = 1; column < COLUMNS; column++) {
      leaf.width(column, WIDTH_OF_NUMBER);
    }
  }

  Leaf leaf() {
    return leaf;
  }

  /** Adds a chart; where no number is known, it says so instead. */
  void add(Plot plot) {
    leaf.text(next, 0, plot.title(), Look.HEADING);
    if (!plot.hasNumbers()) {
      leaf.text(next + 1, 0, "没有数据，没有图表", Look.TEXT);
      next += 3;
      return;
    }
    int rows = Math.max(LEAST_ROWS, plot.categories().size() + 5);
    int header = next + 1 + rows + 1;
    data(plot, header);
    XSSFClientAnchor anchor =
        drawing.createAnchor(0, 0, 0, 0, 0, next + 1, COLUMNS, next + 1 + rows);
    anchor.setAnchorType(AnchorType.MOVE_DONT_RESIZE);
    new Drawn(drawing.createChart(anchor), leaf.name(), plot, header).draw();
    leaf.breakAfter(header + plot.categories().size() + 1);
    next = header + plot.categories().size() + 2;
  }

  private void data(Plot plot, int header) {
    leaf.text(header, 0, plot.subject(), Look.HEADER);
    for (int column = 0; column < plot.series().size(); column++) {
      leaf.text(header, column + 1, plot.series().get(column).name(), Look.HEADER);
    }
    for (int line = 0; line < plot.categories().size(); line++) {
      leaf.text(header + 1 + line, 0, plot.categories().get(line), Look.TEXT);
      for (int column = 0; column < plot.series().size(); column++) {
        Plot.Series series = plot.series().get(column);
        BigDecimal value = series.values().get(line);
        if (value != null) {
          leaf.put(header + 1 + line, column + 1, Cell.of(value, Formats.of(series.unit(), value)));
        }
      }
    }
  }

  /** The cells of one column of a plot's data. */
  static CellRangeAddress cells(Plot plot, int header, int column) {
    return new CellRangeAddress(header + 1, header + plot.categories().size(), column, column);
  }
}

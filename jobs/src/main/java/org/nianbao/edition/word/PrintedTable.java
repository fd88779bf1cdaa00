package org.nianbao.edition.word;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.nianbao.draft.Grid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table with merged cells, a header that repeats on each page, and rows that do not break. */
final class PrintedTable {
  /** Marks the place of a number that nobody knows. */
  private static final String OPEN = "FFF2CC";

  /** Rows of a table that fits on a page with room to spare. */
  static final int KEPT_TOGETHER = 20;

  private static final int MARGIN = 40;

  /** In eighths of a point. */
  private static final int LINE = 4;

  private static final String BLACK = "000000";
  private static final int WIDTH_OF_OFFICIAL_TEXT = 8844;

  private final XWPFDocument word;
  private final Template template;
  private final Grid grid;
  private final ColumnWidths columns;
  private final List<Integer> widths;

  /** The cells from rows above that reach into the row, by their first column. */
  private final Map<Integer, Reaching> reaching = new TreeMap<>();

  PrintedTable(XWPFDocument word, Template template, Grid grid) {
    this.word = word;
    this.template = template;
    this.grid = grid;
    this.columns = new ColumnWidths(grid);
    this.widths = columns.within(width(word));
  }

  /**
   * A cell from a row above.
   *
   * @param rows that it still reaches into
   * @param span all rows that it takes
   */
  private record Reaching(int rows, int columns, int span) {}

  /** The width of the text, in twentieths of a point. */
  private static int width(XWPFDocument word) {
    CTSectPr page = word.getDocument().getBody().getSectPr();
    if (page == null || !page.isSetPgSz() || !page.isSetPgMar()) {
      return WIDTH_OF_OFFICIAL_TEXT;
    }
    return number(page.getPgSz().getW())
        - number(page.getPgMar().getLeft())
        - number(page.getPgMar().getRight());
  }

  private static int number(Object measure) {
    return new BigInteger(measure.toString()).intValue();
  }

  void write() {
    XWPFTable table = word.createTable();
    table.removeRow(0);
    table.setCellMargins(0, MARGIN, 0, MARGIN);
    rule(table);
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid gridColumns = table.getCTTbl().addNewTblGrid();
    widths.forEach(width -> gridColumns.addNewGridCol().setW(BigInteger.valueOf(width)));
    for (int i = 0; i < grid.rows().size(); i++) {
      XWPFTableRow row = new XWPFTableRow(table.getCTTbl().addNewTr(), table);
      row.setCantSplitRow(true);
      if (i < grid.headerRows()) {
        row.setRepeatHeader(true);
      }
      boolean last = i == grid.rows().size() - 1;
      List<Grid.Cell> cells = grid.rows().get(i);
      boolean small = !last && grid.rows().size() <= KEPT_TOGETHER;
      write(row, cells.iterator(), small || isInGroup(cells));
    }
  }

  /** Lines of half a point around all cells. */
  private static void rule(XWPFTable table) {
    XWPFBorderType line = XWPFBorderType.SINGLE;
    table.setTopBorder(line, LINE, 0, BLACK);
    table.setLeftBorder(line, LINE, 0, BLACK);
    table.setBottomBorder(line, LINE, 0, BLACK);
    table.setRightBorder(line, LINE, 0, BLACK);
    table.setInsideHBorder(line, LINE, 0, BLACK);
    table.setInsideVBorder(line, LINE, 0, BLACK);
  }

  /** Whether the row and the next have one cell in the first column, and are read together. */
  private boolean isInGroup(List<Grid.Cell> row) {
    Reaching above = reaching.get(0);
    int below = above == null ? row.get(0).rowSpan() - 1 : above.rows() - 1;
    int span = above == null ? row.get(0).rowSpan() : above.span();
    return below > 0 && span <= KEPT_TOGETHER;
  }

  private void write(XWPFTableRow row, Iterator<Grid.Cell> cells, boolean keptWithNext) {
    int column = 0;
    while (column < widths.size()) {
      Reaching above = reaching.remove(column);
      if (above != null) {
        XWPFTableCell continued = cell(row, column, above.columns(), STMerge.CONTINUE);
        // LibreOffice asks the first cell of a row, seen or not, whether the row is kept with the
        // next.
        XWPFParagraph unseen = continued.getParagraphArray(0);
        unseen.setStyle(template.id(Style.TABLE));
        unseen.setKeepNext(keptWithNext);
        reach(column, new Reaching(above.rows() - 1, above.columns(), above.span()));
        column += above.columns();
      } else {
        Grid.Cell cell = cells.next();
        STMerge.Enum merge = cell.rowSpan() > 1 ? STMerge.RESTART : null;
        XWPFParagraph paragraph = fill(cell(row, column, cell.columnSpan(), merge), cell);
        paragraph.setKeepNext(keptWithNext || cell.heading());
        if (cell.isNumber() || columns.areCentred(column, cell.columnSpan())) {
          paragraph.setAlignment(ParagraphAlignment.CENTER);
        }
        reach(column, new Reaching(cell.rowSpan() - 1, cell.columnSpan(), cell.rowSpan()));
        column += cell.columnSpan();
      }
    }
  }

  private void reach(int column, Reaching below) {
    if (below.rows() > 0) {
      reaching.put(column, below);
    }
  }

  private XWPFTableCell cell(XWPFTableRow row, int column, int columns, STMerge.Enum merge) {
    XWPFTableCell cell = row.createCell();
    CTTcPr properties = cell.getCTTc().addNewTcPr();
    int width = widths.subList(column, column + columns).stream().mapToInt(w -> w).sum();
    CTTblWidth cellWidth = properties.addNewTcW();
    cellWidth.setType(STTblWidth.DXA);
    cellWidth.setW(BigInteger.valueOf(width));
    if (columns > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
    }
    if (merge != null) {
      properties.addNewVMerge().setVal(merge);
    }
    return cell;
  }

  private XWPFParagraph fill(XWPFTableCell cell, Grid.Cell from) {
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    if (from.isOpen()) {
      cell.setColor(OPEN);
    }
    XWPFParagraph paragraph = cell.getParagraphArray(0);
    paragraph.setStyle(template.id(from.heading() ? Style.TABLE_HEAD : Style.TABLE));
    paragraph.createRun().setText(from.text());
    return paragraph;
  }
}

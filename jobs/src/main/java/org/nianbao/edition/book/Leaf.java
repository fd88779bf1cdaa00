package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.nianbao.edition.CellText;
import org.nianbao.edition.book.Styles.Look;

/** One sheet in the making. Texts are texts, whatever they begin with: no cell holds a formula. */
final class Leaf {
  private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

  private final SXSSFSheet sheet;
  private final XSSFSheet frame;
  private final Styles styles;
  private final Widths widths = new Widths();
  private final Heights heights = new Heights(widths);

  /**
   * A new sheet.
   *
   * @param sheet its cells
   * @param frame what is around them in the same sheet
   */
  Leaf(SXSSFSheet sheet, XSSFSheet frame, Styles styles) {
    this.sheet = sheet;
    this.frame = frame;
    this.styles = styles;
    sheet.setDefaultRowHeightInPoints(Heights.OF_A_LINE);
  }

  String name() {
    return sheet.getSheetName();
  }

  /** The sheet without its cells, for charts. */
  XSSFSheet frame() {
    return frame;
  }

  /** Makes the next page begin below a row. */
  void breakAfter(int row) {
    sheet.setRowBreak(row);
  }

  /** Puts what a cell holds in its place, as its format shows it. */
  void put(int row, int column, Cell cell) {
    Object value = cell.value();
    if (value instanceof BigDecimal number) {
      SXSSFCell place = place(row, column);
      place.setCellValue(number.doubleValue());
      place.setCellStyle(styles.of(cell.format()));
      widths.see(column, number);
    } else if (value instanceof LocalDate date) {
      SXSSFCell place = place(row, column);
      place.setCellValue(date);
      place.setCellStyle(styles.of(cell.format()));
      widths.see(column, cell.format());
    } else if (value instanceof Mark mark) {
      text(row, column, mark.text(), Look.MARK);
    } else if (value != null) {
      String text = value.toString();
      text(row, column, text, Widths.isLong(text) ? Look.WRAPPED : Look.TEXT);
    }
  }

  /** Puts a text in its place. */
  void text(int row, int column, String text, Look look) {
    SXSSFCell place = place(row, column);
    place.setCellValue(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    place.setCellStyle(styles.of(CellText.isLikeFormula(text) ? Look.QUOTED : look));
    switch (look) {
      case TITLE -> heights.fix(row, Heights.OF_A_TITLE);
      case HEADING -> heights.fix(row, Heights.OF_A_HEADING);
      case WRAPPED -> {
        widths.see(column, text);
        heights.see(row, column, text);
      }
      case HEADER -> {
        widths.seeHeader(column, text);
        heights.see(row, column, text);
      }
      default -> widths.see(column, text);
    }
  }

  /** Puts a text that leads to another sheet in its place. */
  void link(int row, int column, Leaf target) {
    text(row, column, target.name(), Look.LINK);
    Hyperlink link =
        sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress("'" + target.name().replace("'", "''") + "'!A1");
    place(row, column).setHyperlink(link);
  }

  /** Puts a header in a row of its own. */
  void header(int row, List<String> labels) {
    for (int column = 0; column < labels.size(); column++) {
      text(row, column, labels.get(column), Look.HEADER);
    }
  }

  /** Makes a header in the first row stay in sight, on screen and on paper, and filter the rows. */
  void filter(int rows, int columns) {
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, columns - 1));
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    // Codes are texts that look like numbers; Excel would flag each of them.
    frame.addIgnoredErrors(
        new CellRangeAddress(0, Math.max(1, rows), 0, columns - 1),
        IgnoredErrorType.NUMBER_STORED_AS_TEXT);
  }

  void width(int column, int letters) {
    widths.fix(column, letters);
  }

  /** Sets what depends on everything in the sheet: widths, heights and the page. */
  void finish() {
    widths.forEach((column, width) -> sheet.setColumnWidth(column, width));
    heights.forEach((row, points) -> sheet.getRow(row).setHeightInPoints(points));
    sheet.setFitToPage(true);
    PrintSetup page = sheet.getPrintSetup();
    page.setPaperSize(PrintSetup.A4_PAPERSIZE);
    page.setLandscape(true);
    page.setFitWidth((short) 1);
    page.setFitHeight((short) 0);
    sheet.getFooter().setCenter("&A　第 &P 页，共 &N 页");
  }

  private SXSSFCell place(int row, int column) {
    SXSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    SXSSFCell cell = line.getCell(column);
    return cell == null ? line.createCell(column) : cell;
  }
}

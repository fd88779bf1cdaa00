package org.nianbao.edition.book;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of cells: one style of each, as Excel allows only so many. */
final class Styles {

  /** What a cell is for. */
  enum Look {
    TITLE,
    HEADING,
    HEADER,
    TEXT,
    WRAPPED,
    QUOTED,
    MARK,
    LINK,
    GOOD,
    FAIR,
    POOR
  }

  private static final String FONT = "宋体";
  private static final String HEADING_FONT = "黑体";

  private final XSSFWorkbook workbook;
  private final Map<Look, XSSFCellStyle> looks = new EnumMap<>(Look.class);
  private final Map<String, XSSFCellStyle> numbers = new HashMap<>();

  Styles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont standard = workbook.getFontAt(0);
    standard.setFontName(FONT);
    standard.setFontHeightInPoints((short) 11);
  }

  XSSFCellStyle of(Look look) {
    return looks.computeIfAbsent(look, this::made);
  }

  /** The style of numbers and dates that are shown in a format. */
  XSSFCellStyle of(String format) {
    return numbers.computeIfAbsent(
        format,
        any -> {
          XSSFCellStyle style = workbook.createCellStyle();
          style.setDataFormat(workbook.createDataFormat().getFormat(format));
          style.setVerticalAlignment(VerticalAlignment.CENTER);
          return style;
        });
  }

  private XSSFCellStyle made(Look look) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    switch (look) {
      case TITLE -> style.setFont(font(HEADING_FONT, 20));
      case HEADING -> style.setFont(font(HEADING_FONT, 13));
      case HEADER -> header(style);
      case TEXT -> {}
      case WRAPPED -> style.setWrapText(true);
      case QUOTED -> style.setQuotePrefixed(true);
      case MARK -> {
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setFont(coloured(0x7F7F7F));
      }
      case LINK -> {
        XSSFFont font = coloured(0x0563C1);
        font.setUnderline(XSSFFont.U_SINGLE);
        style.setFont(font);
      }
      case GOOD -> fill(style, 0xD5EBD7);
      case FAIR -> fill(style, 0xFFEBB0);
      case POOR -> fill(style, 0xF6CACA);
    }
    return style;
  }

  private void header(XSSFCellStyle style) {
    fill(style, 0xDCE6F1);
    style.setFont(font(HEADING_FONT, 11));
    style.setWrapText(true);
    style.setBorderBottom(BorderStyle.THIN);
  }

  private XSSFFont font(String name, int points) {
    XSSFFont font = workbook.createFont();
    font.setFontName(name);
    font.setFontHeightInPoints((short) points);
    return font;
  }

  private XSSFFont coloured(int rgb) {
    XSSFFont font = font(FONT, 11);
    font.setColor(colour(rgb));
    return font;
  }

  private static void fill(XSSFCellStyle style, int rgb) {
    style.setFillForegroundColor(colour(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(HorizontalAlignment.CENTER);
  }

  private static XSSFColor colour(int rgb) {
    return new XSSFColor(Palette.opaque(rgb), null);
  }
}

package org.nianbao.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reads the paragraphs and tables of a Word document (Office Open XML). */
final class WordDocument {
  private WordDocument() {}

  /**
   * The paragraphs and tables.
   *
   * @throws UnreadableReportException if the zip is no Word document
   */
  static Document read(byte[] bytes) throws UnreadableReportException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<Block> blocks = new ArrayList<>();
      for (IBodyElement element : word.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          paragraph
              .getText()
              .lines()
              .filter(line -> !line.isBlank())
              .forEach(line -> blocks.add(new Paragraph(line.strip())));
        } else if (element instanceof XWPFTable table) {
          blocks.add(grid(table));
        }
      }
      return new Document("", blocks);
    } catch (IOException
        | POIXMLException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException e) {
      throw new UnreadableReportException(
          "is no Word document (" + e.getMessage() + "); save it again as .docx");
    }
  }

  private static Grid grid(XWPFTable table) {
    List<List<XWPFTableCell>> rows =
        table.getRows().stream().map(XWPFTableRow::getTableCells).toList();
    Grid.Builder grid = new Grid.Builder();
    for (int r = 0; r < rows.size(); r++) {
      grid.row();
      int column = 0;
      for (XWPFTableCell cell : rows.get(r)) {
        int across = across(cell);
        if (!continues(cell)) {
          grid.cell(text(cell), down(rows, r, column), across);
        }
        column += across;
      }
    }
    return grid.build(true);
  }

  private static String text(XWPFTableCell cell) {
    return cell.getText().replaceAll("\\s+", " ").strip();
  }

  /** How many rows a cell covers: its own, and those below whose cell continues it. */
  private static int down(List<List<XWPFTableCell>> rows, int row, int column) {
    int down = 1;
    while (row + down < rows.size() && continuesAt(rows.get(row + down), column)) {
      down++;
    }
    return down;
  }

  private static boolean continuesAt(List<XWPFTableCell> row, int column) {
    Map<Integer, XWPFTableCell> cells = new HashMap<>();
    int at = 0;
    for (XWPFTableCell cell : row) {
      cells.put(at, cell);
      at += across(cell);
    }
    return cells.containsKey(column) && continues(cells.get(column));
  }

  private static boolean continues(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties != null
        && properties.isSetVMerge()
        && (properties.getVMerge().getVal() == null
            || properties.getVMerge().getVal() == STMerge.CONTINUE);
  }

  private static int across(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties == null || !properties.isSetGridSpan()
        ? 1
        : properties.getGridSpan().getVal().intValue();
  }
}

package org.nianbao.edition.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.nianbao.edition.OfficeFile;

/**
 * A workbook in the making: sheets with names that Excel takes, each once. Cells are kept as values
 * and not as elements of XML: that takes a third of the time.
 */
final class Book implements AutoCloseable {
  private static final int LONGEST_NAME = 31;

  /** Rows of a sheet may be written in any order until the end. */
  private static final int ALL_ROWS = -1;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final SXSSFWorkbook sheets = new SXSSFWorkbook(workbook, ALL_ROWS);
  private final Styles styles = new Styles(workbook);
  private final Set<String> names = new HashSet<>();
  private final List<Leaf> leaves = new ArrayList<>();

  Book() {
    // Else each part is written as if it had more than four gigabytes, and few programs read that.
    sheets.setZip64Mode(Zip64Mode.Never);
  }

  /** A new sheet at the end, under the wanted name or one like it. */
  Leaf add(String wanted) {
    SXSSFSheet sheet = sheets.createSheet(name(wanted));
    Leaf leaf = new Leaf(sheet, workbook.getSheet(sheet.getSheetName()), styles);
    leaves.add(leaf);
    return leaf;
  }

  void write(String title, Path file) throws IOException {
    leaves.forEach(Leaf::finish);
    OfficeFile.write(workbook, sheets::writeAvoidingTempFiles, title, file);
  }

  @Override
  public void close() throws IOException {
    sheets.close();
  }

  /** Excel tells names apart without regard to case. */
  private String name(String wanted) {
    String safe = WorkbookUtil.createSafeSheetName(wanted, '_');
    String name = safe;
    for (int next = 2; !names.add(name.toLowerCase(Locale.ROOT)); next++) {
      String suffix = "(" + next + ")";
      name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
    return name;
  }
}

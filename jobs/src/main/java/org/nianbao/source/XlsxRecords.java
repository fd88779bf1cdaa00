package org.nianbao.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The data records of one sheet of an Excel workbook, in order; empty rows are no records. */
public final class XlsxRecords implements Iterator<RawRecord>, Closeable {
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final int columns;
  private List<String> next = List.of();
  private long number;

  private XlsxRecords(ReadableWorkbook workbook, Sheet sheet, Export export) throws IOException {
    this.workbook = workbook;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.columns = export.header().cells().size();
    for (int i = 0; i < export.headerRecords() && hasNext(); i++) {
      next = List.of();
    }
  }

  /**
   * Opens the sheet that an export names.
   *
   * @throws UncheckedIOException if the file is gone
   */
  public static XlsxRecords open(Export export, Configuration configuration) {
    try (InputStream bytes = export.file().open(configuration)) {
      ReadableWorkbook workbook = new ReadableWorkbook(bytes);
      Sheet sheet =
          workbook
              .findSheet(export.sheet())
              .orElseThrow(() -> new IOException("the workbook has no sheet " + export.sheet()));
      return new XlsxRecords(workbook, sheet, export);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether there is another record.
   *
   * @throws UncheckedIOException if the sheet is damaged behind what was read so far
   */
  @Override
  public boolean hasNext() {
    try {
      while (next.isEmpty() && rows.hasNext()) {
        next = cells(rows.next());
      }
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) { // The library has no exception of its own for all of these.
      throw new UncheckedIOException(
          new IOException("the workbook is damaged here; save it again as .xlsx", e));
    }
    return !next.isEmpty();
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    // A row ends with its last filled cell: what is missing up to the header's end is empty.
    List<String> cells = new ArrayList<>(next);
    cells.addAll(Collections.nCopies(Math.max(0, columns - cells.size()), ""));
    next = List.of();
    return new RawRecord(++number, cells);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }

  /** The texts of a row up to its last filled cell; none if it is empty. */
  static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < row.getCellCount(); i++) {
      String text = row.getOptionalCell(i).map(XlsxRecords::text).orElse("");
      cells.add(text);
      filled = text.isBlank() ? filled : i + 1;
    }
    return cells.subList(0, filled);
  }

  /** Numbers as stored, so that dates are serials; formulas by the value that Excel saved. */
  private static String text(Cell cell) {
    String text =
        cell.getType() == CellType.STRING ? String.valueOf(cell.getValue()) : cell.getRawValue();
    return text == null ? "" : text;
  }
}

package org.nianbao.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Finds the sheet of an Excel workbook that has a known header. */
final class XlsxRecognition {
  /** A workbook is held in memory, packed; a full sheet of a million tickets has some 60 MB. */
  private static final int LARGEST_BYTES = 128 << 20;

  private final Configuration configuration;
  private final Headers headers;
  private final String named;

  /**
   * A recognition of workbooks.
   *
   * @param named the sheet to read; empty: the first with a known header
   */
  XlsxRecognition(Configuration configuration, Headers headers, String named) {
    this.configuration = configuration;
    this.headers = headers;
    this.named = named;
  }

  Export recognise(SourceFile file) throws IOException, UnreadableFileException {
    byte[] bytes;
    String sha256;
    try (Checked stream = new Checked(file.open(configuration), null)) {
      bytes = stream.readNBytes(LARGEST_BYTES + 1);
      sha256 = stream.sha256();
    }
    refuse(file, bytes);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      if (workbook.isDate1904()) {
        throw new UnreadableFileException("counts its dates from 1904; save it as CSV (UTF-8)");
      }
      return first(file, sha256, workbook);
    } catch (RuntimeException e) {
      throw new UnreadableFileException("is a damaged Excel workbook; save it again as .xlsx");
    }
  }

  private static void refuse(SourceFile file, byte[] bytes)
      throws IOException, UnreadableFileException {
    if (Foreign.isOldOffice(bytes)) {
      throw new UnreadableFileException(
          file.name().endsWith("x")
              ? "is protected by a password, or an old workbook (.xls); save it as .xlsx without password"
              : "is an old Excel workbook (.xls); save it as .xlsx or CSV (UTF-8)");
    }
    if (bytes.length > LARGEST_BYTES) {
      throw new UnreadableFileException(
          "is larger than " + (LARGEST_BYTES >> 20) + " MB; save it as CSV (UTF-8)");
    }
    if (!Charsets.startsWith(bytes, 'P', 'K', 3, 4)) {
      throw new UnreadableFileException("is no Excel workbook; let its name end in what it is");
    }
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream part = new Bounded(zip.getInputStream(entry), entry.getCompressedSize())) {
          part.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  /** The first sheet with a known header; the others that have one are named, never passed over. */
  private Export first(SourceFile file, String sha256, ReadableWorkbook workbook)
      throws IOException, UnreadableFileException {
    List<Export> found = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Sheet sheet : sheets(workbook)) {
      Export export = onSheet(file, sha256, sheet, seen);
      if (export != null) {
        found.add(export);
      }
    }
    if (found.isEmpty()) {
      throw seen.isEmpty()
          ? new UnreadableFileException("has no rows; export it again")
          : headers.unknown(seen, "read as Excel workbook");
    }
    List<String> others = found.stream().skip(1).map(Export::sheet).toList();
    return found.get(0).besides(others);
  }

  private List<Sheet> sheets(ReadableWorkbook workbook) throws UnreadableFileException {
    List<Sheet> sheets = workbook.getSheets().toList();
    if (named.isEmpty()) {
      return sheets;
    }
    List<Sheet> only = sheets.stream().filter(sheet -> sheet.getName().equals(named)).toList();
    if (only.isEmpty()) {
      throw new UnreadableFileException(
          "has no sheet '%s' but %s; check 'sheet' in the mapping"
              .formatted(named, String.join(", ", sheets.stream().map(Sheet::getName).toList())));
    }
    return only;
  }

  private Export onSheet(SourceFile file, String sha256, Sheet sheet, List<String> seen)
      throws IOException, UnreadableFileException {
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> rows = stream.iterator();
      int records = 0;
      while (records < CsvHead.WITHIN && rows.hasNext()) {
        List<String> cells = XlsxRecords.cells(rows.next());
        if (cells.isEmpty()) {
          continue;
        }
        records++;
        if (cells.size() > seen.size()) {
          seen.clear();
          seen.addAll(cells);
        }
        Header header = headers.find(cells);
        if (header != null) {
          requireRecords(rows);
          return Export.onSheet(file, sha256, header, records, sheet.getName());
        }
      }
      return null;
    }
  }

  private static void requireRecords(Iterator<Row> rows) throws UnreadableFileException {
    while (rows.hasNext()) {
      if (!XlsxRecords.cells(rows.next()).isEmpty()) {
        return;
      }
    }
    throw new UnreadableFileException(Recognition.NO_RECORDS);
  }
}

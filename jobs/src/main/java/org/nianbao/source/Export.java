package org.nianbao.source;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.nianbao.mapping.SourceMapping;

/**
 * A recognised export: all that a task needs to read its records.
 *
 * @param file where it lies
 * @param sha256 of its bytes, unpacked if it is compressed
 * @param dialect how its text is written; null where it is not CSV
 * @param header its columns
 * @param headerRecords records up to and with the header, which are not data
 * @param chunks its records in parts that tasks can read by themselves; none where it is not CSV
 * @param sheet of a workbook; empty where there are no sheets
 * @param unreadSheets further sheets of the workbook that have a known header
 * @param mapping how its cells are read; {@link SourceMapping#NONE} where the seeds know its header
 */
public record Export(
    SourceFile file,
    String sha256,
    Dialect dialect,
    Header header,
    int headerRecords,
    List<Chunk> chunks,
    String sheet,
    List<String> unreadSheets,
    SourceMapping mapping)
    implements Serializable {

  public Export(SourceFile file, String sha256, Dialect dialect, Header header, int headerRecords) {
    this(file, sha256, dialect, header, headerRecords, List.of());
  }

  Export(
      SourceFile file,
      String sha256,
      Dialect dialect,
      Header header,
      int headerRecords,
      List<Chunk> chunks) {
    this(file, sha256, dialect, header, headerRecords, chunks, "", List.of(), SourceMapping.NONE);
  }

  static Export onSheet(
      SourceFile file, String sha256, Header header, int headerRecords, String sheet) {
    return new Export(
        file, sha256, null, header, headerRecords, List.of(), sheet, List.of(), SourceMapping.NONE);
  }

  Export besides(List<String> others) {
    return new Export(file, sha256, dialect, header, headerRecords, chunks, sheet, others, mapping);
  }

  /** The same, as a mapping reads it. */
  public Export by(SourceMapping other) {
    return new Export(
        file, sha256, dialect, header, headerRecords, chunks, sheet, unreadSheets, other);
  }

  public String dataset() {
    return header.dataset();
  }

  /** What the log says of its encoding. */
  public String encoding() {
    if (dialect == null) {
      return file.format().name().toLowerCase(Locale.ROOT);
    }
    return dialect.markBytes() > 0 ? dialect.charset() + " (BOM)" : dialect.charset();
  }
}

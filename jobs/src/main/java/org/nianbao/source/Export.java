package org.nianbao.source;

import java.io.Serializable;

/**
 * A recognised export: all that a task needs to read its records.
 *
 * @param file where it lies
 * @param sha256 of its bytes
 * @param dialect how its text is written; null for Parquet
 * @param header its columns
 * @param headerRecords records up to and with the header, which are not data
 */
public record Export(
    SourceFile file, String sha256, Dialect dialect, Header header, int headerRecords)
    implements Serializable {

  public String dataset() {
    return header.dataset();
  }

  /** What the log says of its encoding. */
  public String encoding() {
    if (dialect == null) {
      return "parquet";
    }
    return dialect.markBytes() > 0 ? dialect.charset() + " (BOM)" : dialect.charset();
  }
}

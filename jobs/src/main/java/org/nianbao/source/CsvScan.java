package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over all bytes of a CSV file tells.
 *
 * @param sha256 the bytes' SHA-256, in hexadecimal digits
 * @param dialect with what is now known of its quotes
 * @param records the number of its records
 * @param chunks its records, in parts that tasks can read by themselves
 */
record CsvScan(String sha256, Dialect dialect, long records, List<Chunk> chunks) {
  /** Some seconds of work for a task: small enough to share, large enough to be worth a task. */
  static final long CHUNK_BYTES = 32L << 20;

  /**
   * Reads a file to its end.
   *
   * @param bytes the file, from its first byte; the digest is that of this stream
   * @param dataOffset where the text below the header begins, in bytes of the text
   * @param columns of the header
   * @param chunkBytes the least size of a chunk, but for the last
   * @throws NotTextException if the bytes are not of the charset
   * @throws OversizedRecordException if one record is longer than any may be
   */
  static CsvScan of(
      InputStream bytes, Dialect dialect, long dataOffset, int columns, long chunkBytes)
      throws IOException {
    Charset charset = dialect.seekable() ? Charset.forName(dialect.charset()) : null;
    Checked checked = new Checked(bytes, charset);
    InputStream text = dialect.text(checked);
    text.skipNBytes(dataOffset);
    RecordCutter cutter =
        new RecordCutter(text, dialect.delimiter(), columns, dialect.strayQuotes());
    List<Chunk> chunks = new ArrayList<>();
    long records = 0;
    long first = 1;
    long start = 0;
    while (cutter.advance()) {
      records++;
      if (cutter.endOffset() - start >= chunkBytes) {
        chunks.add(new Chunk(dataOffset + start, dataOffset + cutter.endOffset(), first));
        start = cutter.endOffset();
        first = records + 1;
      }
    }
    if (records >= first) {
      chunks.add(new Chunk(dataOffset + start, dataOffset + cutter.endOffset(), first));
    }
    boolean doubts = cutter.brokenSoFar() > 0 && cutter.doubtfulSoFar() > 0;
    return new CsvScan(
        checked.sha256(), doubts ? dialect.withStrayQuotes() : dialect, records, chunks);
  }
}

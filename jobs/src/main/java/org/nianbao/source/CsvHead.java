package org.nianbao.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;

/**
 * The header of a CSV file, found in its first bytes.
 *
 * @param dialect in which it could be read
 * @param header the columns
 * @param records up to and with the header
 * @param dataOffset where the text behind the header begins, in bytes of the text
 */
record CsvHead(Dialect dialect, Header header, int records, long dataOffset) {
  /** What is read to find a header: a few hundred full lines. */
  static final int BYTES = 1 << 18;

  /** Title lines above a header are few. */
  static final int WITHIN = 10;

  /**
   * The most columns a table may have. Exports of the field have about thirty; a file with
   * thousands has lost its line ends or is a matrix.
   */
  static final int MOST_COLUMNS = 1000;

  /**
   * Looks for a header in each dialect that differs by its delimiter.
   *
   * @param text first bytes of the text, without the mark
   * @param seen receives what the first line looks like when read with most cells
   * @return null if there is none
   */
  static CsvHead find(byte[] text, Dialect dialect, Headers headers, List<String> seen)
      throws IOException, UnreadableFileException {
    for (char delimiter : Dialect.DELIMITERS) {
      Dialect candidate = dialect.with(delimiter);
      RecordCutter cutter = new RecordCutter(new ByteArrayInputStream(text), delimiter, 0, false);
      for (int record = 1; record <= WITHIN && cutter.advance(); record++) {
        List<String> cells = cells(cutter, candidate);
        if (cells.size() > MOST_COLUMNS) {
          throw new UnreadableFileException(
              "has "
                  + cells.size()
                  + " columns, more than the "
                  + MOST_COLUMNS
                  + " that a table may have; export it again with the columns of one dataset");
        }
        if (record == 1 && cells.size() > seen.size()) {
          seen.clear();
          seen.addAll(cells);
        }
        Header header = headers.find(cells);
        if (header != null) {
          return new CsvHead(candidate, header, record, cutter.endOffset());
        }
      }
    }
    return null;
  }

  /** None if the record is broken or cut: such a line is no header. */
  private static List<String> cells(RecordCutter cutter, Dialect dialect) throws IOException {
    if (cutter.broken()) {
      return List.of();
    }
    ByteBuffer bytes = ByteBuffer.wrap(cutter.bytes(), cutter.start(), cutter.length());
    String record;
    try {
      record = dialect.decoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return List.of();
    }
    try (CSVParser parser = dialect.format().parse(new StringReader(record))) {
      return new ArrayList<>(parser.iterator().next().toList());
    }
  }
}

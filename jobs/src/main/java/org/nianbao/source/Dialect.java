package org.nianbao.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * How the text of a CSV file is written.
 *
 * @param charset name of the character set
 * @param markBytes length of the byte order mark
 * @param delimiter between cells
 */
public record Dialect(String charset, int markBytes, char delimiter) implements Serializable {
  static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  Dialect with(char other) {
    return new Dialect(charset, markBytes, other);
  }

  /** RFC 4180, with cells taken as they are: what blanks mean is not the parser's business. */
  CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  /** A reader that fails on bytes which are not of the charset, rather than replace them. */
  Reader reader(InputStream stream) throws IOException {
    InputStream buffered = new BufferedInputStream(stream, 1 << 16);
    buffered.skipNBytes(markBytes);
    return new InputStreamReader(
        buffered,
        Charset.forName(charset)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}

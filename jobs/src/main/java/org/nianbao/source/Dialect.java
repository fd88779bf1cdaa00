package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * How the text of a CSV file is written.
 *
 * @param charset name of the character set
 * @param markBytes length of the byte order mark
 * @param delimiter between cells
 * @param strayQuotes whether quotes are broken somewhere, so that none can be taken at its word
 */
public record Dialect(String charset, int markBytes, char delimiter, boolean strayQuotes)
    implements Serializable {
  static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  public Dialect(String charset, int markBytes, char delimiter) {
    this(charset, markBytes, delimiter, false);
  }

  Dialect with(char other) {
    return new Dialect(charset, markBytes, other, strayQuotes);
  }

  Dialect withStrayQuotes() {
    return new Dialect(charset, markBytes, delimiter, true);
  }

  /** RFC 4180, with cells taken as they are: what blanks mean is not the parser's business. */
  CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  /** Whether a task can begin anywhere in the file's bytes: in UTF-16 a byte is not a character. */
  boolean seekable() {
    return !charset.startsWith("UTF-16");
  }

  /**
   * The text behind the byte order mark, as bytes in which a quote, a delimiter and a line end are
   * one byte each that is part of no other character.
   */
  InputStream text(InputStream stream) throws IOException {
    stream.skipNBytes(markBytes);
    return seekable() ? stream : new Transcoding(stream, Charset.forName(charset));
  }

  /** Reads bytes of the text, and fails on those which are not of the charset. */
  CharsetDecoder decoder() {
    return strict(seekable() ? Charset.forName(charset) : StandardCharsets.UTF_8);
  }

  static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}

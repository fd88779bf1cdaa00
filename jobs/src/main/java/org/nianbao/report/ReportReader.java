package org.nianbao.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the bytes of a report as what they are, whatever the file is called. */
public final class ReportReader {
  /** GB2312 lacks 滘 and 埗 and GBK lacks others; GB18030 reads all three. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final Pattern MARKUP =
      Pattern.compile("<(?:!doctype|html|head|body|table|div|p|br)\\b", Pattern.CASE_INSENSITIVE);

  private ReportReader() {}

  /**
   * The paragraphs and tables of a report.
   *
   * @throws UnreadableReportException if the bytes are no text, web page or Word document
   */
  public static Document read(byte[] bytes) throws UnreadableReportException {
    if (startsWith(bytes, '%', 'P', 'D', 'F')) {
      throw new UnreadableReportException(
          "is a PDF; save its text, for example with pdftotext -layout, and read that");
    }
    if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableReportException(
          "is an old or encrypted Office document; save it as .docx without a password");
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      return WordDocument.read(bytes);
    }
    String text = text(bytes);
    Document document = MARKUP.matcher(text).find() ? WebPage.read(text) : PlainText.read(text);
    if (document.blocks().isEmpty()) {
      throw new UnreadableReportException("has no text; check that it is a report");
    }
    return document;
  }

  /** UTF-8 if it is valid, else GB18030; a byte order mark outranks both. */
  private static String text(byte[] bytes) throws UnreadableReportException {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      Optional<String> text = decoded(bytes, charset);
      if (text.isPresent()) {
        return text.get();
      }
    }
    throw new UnreadableReportException(
        String.format(
            Locale.ROOT,
            "is no text in UTF-8, UTF-16 or GB18030 (%d bytes); save it as text, HTML or .docx",
            bytes.length));
  }

  /** The text, if every byte of it is of the set. */
  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != start[i]) {
        return false;
      }
    }
    return true;
  }
}

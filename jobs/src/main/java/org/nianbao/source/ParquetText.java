package org.nianbao.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of a Parquet value, so that one set of rules judges exports of every format. */
final class ParquetText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private ParquetText() {}

  /** The path of one file, for a reader that takes brackets and stars for patterns. */
  static String literal(String uri) {
    return uri.replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0");
  }

  /**
   * The text of one value.
   *
   * @param zone the civil zone of the source, for instants
   */
  static String of(Object value, ZoneId zone) {
    if (value == null) {
      return null;
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (value instanceof Instant instant) {
      return TIME.format(instant.atZone(zone));
    }
    if (value instanceof Timestamp timestamp) {
      return TIME.format(timestamp.toInstant().atZone(zone));
    }
    if (value instanceof byte[] bytes) {
      // Older writers leave out that their bytes are text.
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Double number && number == Math.rint(number)) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}

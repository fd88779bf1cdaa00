package org.nianbao.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.nianbao.mapping.SourceMapping;

/** The character sets that the first bytes of a text allow, the likeliest first. */
final class Charsets {
  /** GB2312 lacks 滘 and 埗 and GBK lacks others; GB18030 reads all three. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private Charsets() {}

  /** Dialects with a comma between cells, as long as nothing else is known. */
  static List<Dialect> of(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return List.of(new Dialect(StandardCharsets.UTF_8.name(), 3, ','));
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return List.of(new Dialect(StandardCharsets.UTF_16LE.name(), 2, ','));
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return List.of(new Dialect(StandardCharsets.UTF_16BE.name(), 2, ','));
    }
    List<Charset> candidates = new ArrayList<>(List.of(StandardCharsets.UTF_8));
    if (hasNul(head)) {
      // Without a mark, UTF-16 shows by the zero half of every line end and digit.
      candidates.add(StandardCharsets.UTF_16LE);
      candidates.add(StandardCharsets.UTF_16BE);
    }
    candidates.add(GB18030);
    return candidates.stream().map(charset -> new Dialect(charset.name(), 0, ',')).toList();
  }

  /** The same, where a mapping may name the set; a byte order mark outranks it. */
  static List<Dialect> of(byte[] head, String encoding) {
    List<Dialect> shown = of(head);
    boolean named = !encoding.equals(SourceMapping.AUTO) && shown.get(0).markBytes() == 0;
    return named ? List.of(new Dialect(Charset.forName(encoding).name(), 0, ',')) : shown;
  }

  static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}

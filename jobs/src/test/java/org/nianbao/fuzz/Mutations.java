package org.nianbao.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Bytes as they come out of accidents: some of them changed, lost, doubled or mixed with others.
 */
final class Mutations {
  private static final int MOST = 6;

  /** What readers stumble over. */
  private static final List<byte[]> ODD =
      List.of(
          "\"".getBytes(StandardCharsets.UTF_8),
          "\"\"\"".getBytes(StandardCharsets.UTF_8),
          "\r\n".getBytes(StandardCharsets.UTF_8),
          "\r".getBytes(StandardCharsets.UTF_8),
          "\n\n\n".getBytes(StandardCharsets.UTF_8),
          ",;\t".getBytes(StandardCharsets.UTF_8),
          new byte[] {0},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0x81},
          "合计".getBytes(Charset.forName("GB18030")),
          "999999999999999999999999999999".getBytes(StandardCharsets.UTF_8),
          "-1E999999999".getBytes(StandardCharsets.UTF_8),
          "2017-02-30 24:60:99".getBytes(StandardCharsets.UTF_8),
          "&amp;lt;![CDATA[".getBytes(StandardCharsets.UTF_8),
          "{[*&!|>%@`: - ".getBytes(StandardCharsets.UTF_8),
          "𠀀\u202E\u0000\uFEFF".getBytes(StandardCharsets.UTF_8));

  private final Random draws;

  Mutations(Random draws) {
    this.draws = draws;
  }

  byte[] of(List<byte[]> corpus) {
    byte[] bytes = any(corpus);
    int times = 1 + draws.nextInt(MOST);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes, corpus);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, List<byte[]> corpus) {
    int at = draws.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + draws.nextInt(64));
    return switch (draws.nextInt(7)) {
      case 0 -> changed(bytes);
      case 1 -> joined(bytes, at, any(ODD), at);
      case 2 -> joined(bytes, at, new byte[0], end);
      case 3 -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
      case 4 -> Arrays.copyOf(bytes, at);
      case 5 -> joined(bytes, at, tail(any(corpus)), bytes.length);
      default -> joined(bytes, at, repeated(any(ODD)), at);
    };
  }

  private byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[draws.nextInt(changed.length)] = (byte) draws.nextInt(256);
    }
    return changed;
  }

  private byte[] tail(byte[] bytes) {
    return Arrays.copyOfRange(bytes, draws.nextInt(bytes.length + 1), bytes.length);
  }

  private byte[] repeated(byte[] odd) {
    int times = 1 + draws.nextInt(300);
    byte[] repeated = new byte[odd.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = odd[i % odd.length];
    }
    return repeated;
  }

  private byte[] any(List<byte[]> some) {
    return some.get(draws.nextInt(some.size()));
  }

  /** The bytes up to a place, others, and the bytes from another place on. */
  private static byte[] joined(byte[] bytes, int until, byte[] others, int from) {
    byte[] joined = Arrays.copyOf(bytes, until + others.length + bytes.length - from);
    System.arraycopy(others, 0, joined, until, others.length);
    System.arraycopy(bytes, from, joined, until + others.length, bytes.length - from);
    return joined;
  }
}

package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However bytes are read, digest and complaint are those of the bytes, and come at the same read.
 */
class CheckedTest {
  private static final int READ_BEFORE_A_COMPLAINT = 6 << 16;
  private static final String[] PIECES = {"投诉", "\"", ",", "\r\n", "滘", "埗", "𠮷", "x", "0"};

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldDigestAllBytes(int seed) throws Exception {
    Random random = new Random(seed);
    Charset charset = charset(seed);
    byte[] bytes = text(random, charset);
    // The end of a file may cut a character off.
    byte[] cut = Arrays.copyOf(bytes, bytes.length - random.nextInt(4));

    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cut));

    assertThat(outcome(cut, charset, seed).said()).isEqualTo(digest);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldSayWhichByteIsWrong(int seed) throws Exception {
    Random random = new Random(seed);
    Charset charset = charset(seed);
    byte[] sound = text(random, charset);
    byte[] rest = text(random, charset);
    boolean nul = random.nextBoolean();
    byte[] bytes = Arrays.copyOf(sound, sound.length + 1 + rest.length);
    bytes[sound.length] = (byte) (nul ? 0 : 0xFF);
    System.arraycopy(rest, 0, bytes, sound.length + 1, rest.length);
    long place = sound.length + 1L;

    Outcome outcome = outcome(bytes, charset, seed);

    assertThat(outcome.said())
        .isEqualTo(
            nul
                ? "has a NUL byte at byte " + place
                : "is not " + charset + " from byte " + place + " on");
    assertThat(outcome.read()).isLessThan(sound.length + READ_BEFORE_A_COMPLAINT);
    assertThat(outcome(bytes, charset, seed)).isEqualTo(outcome);
  }

  private static Charset charset(int seed) {
    return Charset.forName(seed % 2 == 0 ? "UTF-8" : "GB18030");
  }

  /** Up to a megabyte, which is many buffers. */
  private static byte[] text(Random random, Charset charset) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(300_000); pieces >= 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString().getBytes(charset);
  }

  private static Outcome outcome(byte[] bytes, Charset charset, int seed) throws IOException {
    Random sizes = new Random(seed);
    byte[] buffer = new byte[1 << 17];
    long read = 0;
    try (Checked checked = new Checked(new ByteArrayInputStream(bytes), charset)) {
      int count;
      do {
        count = checked.read(buffer, 0, 1 + sizes.nextInt(buffer.length));
        read += Math.max(count, 0);
        // Who reads may use the buffer again at once.
        Arrays.fill(buffer, (byte) 0);
      } while (count >= 0);
      return new Outcome(checked.sha256(), read);
    } catch (NotTextException e) {
      return new Outcome(e.getMessage(), read);
    }
  }

  /** The digest or the complaint, and how many bytes were handed out before it. */
  private record Outcome(String said, long read) {}
}

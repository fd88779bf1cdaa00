package org.nianbao.bench;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A text file of which most is said again and again: each text is encoded once. */
final class Lines implements Closeable {
  private static final int BUFFER = 1 << 20;

  private final OutputStream out;
  private final Charset charset;
  private final Map<String, byte[]> encoded = new HashMap<>();
  private final Map<LocalDate, byte[]> days = new HashMap<>();

  private Lines(OutputStream out, Charset charset) {
    this.out = out;
    this.charset = charset;
  }

  static Lines to(Path file, Charset charset) throws IOException {
    return new Lines(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), charset);
  }

  /** Writes one of few texts. */
  Lines text(String text) throws IOException {
    out.write(encoded.computeIfAbsent(text, one -> one.getBytes(charset)));
    return this;
  }

  /** Writes a number with leading zeros; digits are the same in every encoding. */
  Lines number(long number, int digits) throws IOException {
    long power = 1;
    for (int i = 1; i < digits; i++) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      out.write((int) ('0' + number / power % 10));
    }
    return this;
  }

  Lines day(LocalDate day) throws IOException {
    out.write(days.computeIfAbsent(day, one -> one.toString().getBytes(StandardCharsets.US_ASCII)));
    return this;
  }

  /** Writes a time of day, given as the second of it. */
  Lines time(int second) throws IOException {
    return number(second / 3600, 2)
        .text(":")
        .number(second / 60 % 60, 2)
        .text(":")
        .number(second % 60, 2);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

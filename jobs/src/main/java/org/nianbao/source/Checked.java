package org.nianbao.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes on their way to a reader, digested and checked to be text of a charset. A character that
 * the end of the file cuts off is no error: it spoils the last record, not the file.
 *
 * <p>Bytes are digested and decoded beside the reader, some buffers behind it: what is wrong with
 * them is thrown by a later read, or by {@link #sha256()}.
 */
final class Checked extends FilterInputStream {
  private static final int CHUNK = 1 << 16;
  private static final int CHARACTERS = 1 << 14;
  private static final int LONGEST_CHARACTER = 8;

  private final MessageDigest digest;
  private final CharsetDecoder decoder;
  private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + LONGEST_CHARACTER);
  private final CharBuffer discarded = CharBuffer.allocate(CHARACTERS);
  private final List<InTurn> beside = new ArrayList<>();
  private long checked;

  /**
   * Checks a stream from its first byte.
   *
   * @param charset in which a quote or a line end is one byte; null leaves the check to others
   */
  Checked(InputStream stream, Charset charset) {
    super(stream);
    digest = sha256Digest();
    decoder = charset == null ? null : Dialect.strict(charset);
    beside.add(new InTurn(digest::update));
    if (decoder != null) {
      beside.add(new InTurn(this::check));
    }
  }

  /**
   * The SHA-256 of the bytes read so far, in hexadecimal digits; ends the digest.
   *
   * @throws NotTextException if they are not of the charset
   */
  String sha256() throws IOException {
    for (InTurn work : beside) {
      work.finish();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What is passed over is read all the same. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, CHUNK)).length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, Math.min(length, CHUNK));
    if (count > 0) {
      byte[] copy = Arrays.copyOfRange(bytes, from, from + count);
      for (InTurn work : beside) {
        work.take(copy);
      }
    }
    return count;
  }

  private void check(byte[] bytes) throws IOException {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new NotTextException("has a NUL byte at byte " + (checked + i + 1));
      }
    }
    pending.put(bytes).flip();
    CoderResult result;
    do {
      discarded.clear();
      result = decoder.decode(pending, discarded, false);
    } while (result.isOverflow());
    if (result.isError()) {
      long place = checked + bytes.length - pending.remaining() + 1;
      throw new NotTextException("is not " + decoder.charset() + " from byte " + place + " on");
    }
    pending.compact();
    checked += bytes.length;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

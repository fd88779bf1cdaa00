package org.nianbao.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Bytes on their way to a reader, digested and checked to be text of a charset. A character that
 * the end of the file cuts off is no error: it spoils the last record, not the file.
 *
 * <p>Bytes are examined beside the reader, one buffer behind it: what is wrong with them is thrown
 * by the next read, or by {@link #sha256()}.
 */
final class Checked extends FilterInputStream {
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_CHARACTER = 8;

  /** Fewer bytes are examined sooner than another thread could begin. */
  private static final int WORTH_A_THREAD = 1 << 13;

  private final MessageDigest digest;
  private final CharsetDecoder decoder;
  private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + LONGEST_CHARACTER);
  private final CharBuffer discarded = CharBuffer.allocate(CHUNK);
  private long checked;
  private Future<Void> behind = CompletableFuture.completedFuture(null);

  /**
   * Checks a stream from its first byte.
   *
   * @param charset in which a quote or a line end is one byte; null leaves the check to others
   */
  Checked(InputStream stream, Charset charset) {
    super(stream);
    digest = sha256Digest();
    decoder = charset == null ? null : Dialect.strict(charset);
  }

  /**
   * The SHA-256 of the bytes read so far, in hexadecimal digits; ends the digest.
   *
   * @throws NotTextException if they are not of the charset
   */
  String sha256() throws IOException {
    await();
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
      await();
      byte[] copy = Arrays.copyOfRange(bytes, from, from + count);
      if (count < WORTH_A_THREAD) {
        examine(copy);
      } else {
        FutureTask<Void> task = new FutureTask<>(() -> examine(copy));
        ForkJoinPool.commonPool().execute(task);
        behind = task;
      }
    }
    return count;
  }

  private Void examine(byte[] bytes) throws IOException {
    digest.update(bytes);
    if (decoder != null) {
      check(bytes);
    }
    return null;
  }

  /** Ends the examination of what was read last. */
  private void await() throws IOException {
    try {
      behind.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the reading was interrupted");
    }
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

package org.nianbao.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Unpacked bytes, as long as they are not out of all proportion to the packed ones. Tables shrink
 * to a fifth or, with much repetition, to a fiftieth; an archive that grows a thousandfold is made
 * to fill disks.
 */
final class Bounded extends FilterInputStream {
  private static final long MOST_GROWTH = 200;

  /** Small files may repeat themselves as much as they like. */
  private static final long ALWAYS_ALLOWED = 16 << 20;

  private long allowed;

  Bounded(InputStream unpacked, long packedBytes) {
    super(unpacked);
    allowed = ALWAYS_ALLOWED + MOST_GROWTH * packedBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    allowed -= Math.max(count, 0);
    if (allowed < 0) {
      throw new ZipException("it grows more than " + MOST_GROWTH + "-fold when unpacked");
    }
    return count;
  }

  /** What is passed over counts too. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }
}

package org.nianbao.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream. */
final class Limited extends FilterInputStream {
  private long remaining;

  Limited(InputStream stream, long bytes) {
    super(stream);
    remaining = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int count = super.read(bytes, from, (int) Math.min(length, remaining));
    remaining -= Math.max(count, 0);
    return count;
  }
}

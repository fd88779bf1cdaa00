package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of any charset as UTF-8 bytes; fails on bytes that are not of the charset. */
final class Transcoding extends InputStream {
  private static final int CHUNK = 1 << 14;

  private final Charset charset;
  private final Reader reader;
  private final CharBuffer characters = CharBuffer.allocate(CHUNK + 1);
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  Transcoding(InputStream stream, Charset charset) {
    this.charset = charset;
    reader = new InputStreamReader(stream, Dialect.strict(charset));
  }

  @Override
  public int read() throws IOException {
    return ready() ? Byte.toUnsignedInt(bytes.get()) : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (!ready()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, from, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private boolean ready() throws IOException {
    if (bytes.hasRemaining()) {
      return true;
    }
    characters.clear().limit(CHUNK);
    try {
      if (reader.read(characters) < 0) {
        return false;
      }
    } catch (CharacterCodingException e) {
      throw new NotTextException("is not " + charset + " text");
    }
    // A surrogate pair must not be cut.
    if (Character.isHighSurrogate(characters.get(characters.position() - 1))) {
      characters.limit(CHUNK + 1);
      int low = reader.read();
      if (low >= 0) {
        characters.put((char) low);
      }
    }
    characters.flip();
    bytes = StandardCharsets.UTF_8.encode(characters);
    return bytes.hasRemaining();
  }
}

package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one pass over a file's bytes tells.
 *
 * @param sha256 the bytes' SHA-256, in hexadecimal digits
 * @param utf8 whether all of them are valid UTF-8
 */
record Fingerprint(String sha256, boolean utf8) {
  private static final int CHUNK = 1 << 16;

  static Fingerprint of(InputStream stream) throws IOException {
    MessageDigest digest = sha256Digest();
    Strict utf8 = new Strict(StandardCharsets.UTF_8);
    byte[] chunk = new byte[CHUNK];
    for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
      digest.update(chunk, 0, length);
      utf8.feed(chunk, length);
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()), utf8.finish());
  }

  /** Whether all bytes of a stream are valid in a charset. */
  static boolean decodes(InputStream stream, Charset charset) throws IOException {
    Strict strict = new Strict(charset);
    byte[] chunk = new byte[CHUNK];
    for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
      strict.feed(chunk, length);
    }
    return strict.finish();
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Decodes for validity alone; characters may be cut by chunk borders. */
  private static final class Strict {
    private static final int LONGEST_CHARACTER = 8;

    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + LONGEST_CHARACTER);
    private final CharBuffer discarded = CharBuffer.allocate(CHUNK);
    private boolean valid = true;

    Strict(Charset charset) {
      decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void feed(byte[] chunk, int length) {
      if (valid) {
        bytes.put(chunk, 0, length).flip();
        decode(false);
        bytes.compact();
      }
    }

    boolean finish() {
      if (valid) {
        bytes.flip();
        decode(true);
      }
      return valid;
    }

    private void decode(boolean end) {
      CoderResult result;
      do {
        discarded.clear();
        result = decoder.decode(bytes, discarded, end);
      } while (result.isOverflow());
      valid = !result.isError();
    }
  }
}

package org.nianbao.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The bytes of an export that was read once, looked at again. */
public final class SourceBytes {
  /** No digest is equal to it. */
  private static final String UNREADABLE = "";

  private SourceBytes() {}

  /**
   * The SHA-256 of an export's bytes, unpacked, as they are now.
   *
   * @param uri where the log of exports says that it lay
   * @param bytes the size that it had
   * @return nothing where no file lies there any more; what can no longer be read has no digest
   */
  public static Optional<String> sha256(String uri, long bytes, Configuration configuration) {
    SourceFile file = SourceFile.at(uri, bytes);
    try (Checked stream = new Checked(file.open(configuration), null)) {
      stream.transferTo(OutputStream.nullOutputStream());
      return Optional.of(stream.sha256());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(UNREADABLE);
    }
  }
}

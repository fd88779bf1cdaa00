package org.nianbao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Somebody wrote to a table between our reading and our writing; the message says what to do. */
public final class ConflictException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private ConflictException(String message, IOException cause) {
    super(message, cause);
  }

  /** Says which table it was; nothing of ours got into it. */
  static ConflictException of(String table, RuntimeException cause) {
    return new ConflictException(
        "Cannot write the table %s: another process has written to it meanwhile; see that only nianbao does, and run again"
            .formatted(table),
        new IOException(cause));
  }
}

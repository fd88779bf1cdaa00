package org.nianbao.source;

import java.io.IOException;

/** Bytes are not text of the charset in question; the message follows the name of the file. */
final class NotTextException extends IOException {
  private static final long serialVersionUID = 1L;

  NotTextException(String message) {
    super(message);
  }
}

package org.nianbao.warehouse;

/** An earlier version of a table cannot be read any more; the message says what to do. */
public final class GoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GoneException(String message, Throwable cause) {
    super(message, cause);
  }
}

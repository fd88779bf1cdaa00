package org.nianbao.job;

/** An input breaks its contract; the message says what failed, where, and what to do. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}

package org.nianbao.warehouse;

/** Another process writes where this one would; the message says which, and what to do. */
public final class HeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HeldException(String message) {
    super(message);
  }
}

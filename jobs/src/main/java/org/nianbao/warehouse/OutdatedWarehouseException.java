package org.nianbao.warehouse;

/** A table was laid out by another version of the program; the message says what to do. */
public final class OutdatedWarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutdatedWarehouseException(String message) {
    super(message);
  }
}

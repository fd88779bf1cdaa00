package org.nianbao.warehouse;

/** A table was laid out by another version of the program; the message says what to do. */
public final class OutdatedWarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutdatedWarehouseException(String message) {
    super(message);
  }

  /** Says which table is of another version. */
  static OutdatedWarehouseException of(String table) {
    return new OutdatedWarehouseException(
        "Cannot use the warehouse table %s: another version of Nianbao laid it out; name a new place with --warehouse and run over all exports again"
            .formatted(table));
  }
}

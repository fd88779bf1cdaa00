package org.nianbao.intake;

/** A file of corrections cannot be understood; the message names file and line. */
public final class CorrectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorrectionException(String message) {
    super(message);
  }
}

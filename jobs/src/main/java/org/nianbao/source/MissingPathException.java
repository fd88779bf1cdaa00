package org.nianbao.source;

/** A path that the user named does not exist. */
public final class MissingPathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingPathException(String path) {
    super("Cannot find exports: " + path + " does not exist; check --exports");
  }
}

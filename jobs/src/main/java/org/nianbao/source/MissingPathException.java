package org.nianbao.source;

/** A path that the user named does not exist. */
public final class MissingPathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingPathException(String path) {
    this("exports", path, "check --exports");
  }

  /** A path to something else; the advice says what to do. */
  public MissingPathException(String what, String path, String advice) {
    super("Cannot find %s: %s does not exist; %s".formatted(what, path, advice));
  }
}

package org.nianbao.source;

/** A file cannot be taken as an export; the message says why, in words that follow its name. */
public class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableFileException(String reason) {
    super(reason);
  }
}

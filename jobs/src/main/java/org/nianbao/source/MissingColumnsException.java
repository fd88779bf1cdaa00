package org.nianbao.source;

import java.util.Set;

/** The header of a file lacks columns that its mapping names. */
public final class MissingColumnsException extends UnreadableFileException {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> columns;

  MissingColumnsException(String reason, Set<String> columns) {
    super(reason);
    this.columns = columns;
  }

  /** The columns of the archive whose headers are missing. */
  public Set<String> columns() {
    return columns;
  }
}

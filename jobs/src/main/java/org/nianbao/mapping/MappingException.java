package org.nianbao.mapping;

import java.util.List;

/** A mapping of foreign exports cannot be used; the message names every place at once. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * All that is wrong.
   *
   * @param problems sentences that name file and line
   */
  public MappingException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}

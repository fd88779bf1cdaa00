package org.nianbao.seed;

import java.util.List;

/**
 * The reference lists break their schema; the message names every place, file and line, at once.
 */
public final class SeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SeedException(List<String> problems) {
    super("Cannot use the seeds: " + String.join("; ", problems));
  }
}

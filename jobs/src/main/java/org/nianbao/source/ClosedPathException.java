package org.nianbao.source;

import java.io.IOException;

/** A path that the user named cannot be looked into. */
public final class ClosedPathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClosedPathException(String path, IOException reason) {
    super(
        "Cannot list %s: %s; check the path and its permissions"
            .formatted(path, reason.getMessage()),
        reason);
  }
}

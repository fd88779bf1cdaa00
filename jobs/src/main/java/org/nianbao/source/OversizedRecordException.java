package org.nianbao.source;

import java.io.IOException;

/** A record has more bytes than any record of a table has. */
final class OversizedRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  OversizedRecordException() {
    super("a record is longer than " + (RecordCutter.LONGEST_RECORD >> 20) + " MB");
  }
}

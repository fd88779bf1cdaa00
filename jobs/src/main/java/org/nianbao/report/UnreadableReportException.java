package org.nianbao.report;

/** A file cannot be taken as a report; the message says why and what to do, behind its name. */
public final class UnreadableReportException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableReportException(String reason) {
    super(reason);
  }
}

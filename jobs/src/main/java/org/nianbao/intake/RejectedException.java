package org.nianbao.intake;

import org.nianbao.intake.Verdict.Rejected;

/** Leaves the judgement of a record at the first rule it breaks. */
final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejected rejected;

  RejectedException(Rejected rejected) {
    // Rejects are many and expected: no stack trace.
    super(rejected.rule().code(), null, false, false);
    this.rejected = rejected;
  }

  RejectedException(Rule rule, String column, String value) {
    this(new Rejected(rule, column, value));
  }

  Rejected rejected() {
    return rejected;
  }
}

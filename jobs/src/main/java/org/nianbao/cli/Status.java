package org.nianbao.cli;

/** Exit statuses of every command. */
final class Status {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int INPUT = 3;
  static final int CHECK = 4;

  private Status() {}
}

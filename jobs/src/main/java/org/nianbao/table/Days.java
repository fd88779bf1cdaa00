package org.nianbao.table;

import java.time.LocalDate;

/** The order of days, where null means that there is none. */
public final class Days {
  private Days() {}

  public static LocalDate earlier(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  public static LocalDate later(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}

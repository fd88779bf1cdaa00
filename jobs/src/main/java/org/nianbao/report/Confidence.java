package org.nianbao.report;

import java.util.Locale;

/** How sure a reading is, the surest first. */
public enum Confidence {
  /** A cell whose row and column, or a number whose label, is named as the lists name it. */
  HIGH,
  /** Said in words, with blanks inside the number, or placed by what stands around it. */
  MEDIUM,
  /** Placed by its position only. */
  LOW;

  /** The name in the column {@code confidence}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Confidence and(boolean sure, Confidence otherwise) {
    return sure || compareTo(otherwise) > 0 ? this : otherwise;
  }
}

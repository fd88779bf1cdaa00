package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What stands in one cell.
 *
 * @param value a number, a date, a text, a mark; null: nothing
 * @param format how a number or date is shown; empty: as text
 */
record Cell(Object value, String format) {
  static final Cell EMPTY = new Cell(null, "");

  /** A date, or a text of its own. */
  static Cell of(Object value) {
    if (value instanceof LocalDate || value instanceof Mark) {
      return new Cell(value, value instanceof LocalDate ? Formats.DATE : "");
    }
    return new Cell(value.toString(), "");
  }

  static Cell of(BigDecimal number, String format) {
    return number == null ? EMPTY : new Cell(number, format);
  }
}

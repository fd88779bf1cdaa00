package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** How wide the columns of a sheet have to be for what stands in them. */
final class Widths {
  /** Excel measures in 256ths of a digit. */
  private static final int UNIT = 256;

  private static final int NARROWEST = 6;
  private static final int WIDEST = 48;
  private static final int MARGIN = 2;

  /** The arrow of the filter. */
  private static final int ARROW = 3;

  /** A header breaks into two lines rather than widen its column. */
  private static final int WIDEST_HEADER = 18;

  /** From here on, characters are as wide as two digits. */
  private static final int FIRST_WIDE = 0x2E80;

  private final Map<Integer, Integer> seen = new TreeMap<>();
  private final Map<Integer, Integer> fixed = new TreeMap<>();

  /** Whether a text is broken into lines. */
  static boolean isLong(String text) {
    return of(text) > WIDEST;
  }

  void see(int column, String text) {
    see(column, Math.min(WIDEST, of(text)));
  }

  /** A number with its separators. */
  void see(int column, BigDecimal number) {
    int digits = number.precision() - number.scale();
    see(column, digits + digits / 3 + 4);
  }

  void seeHeader(int column, String text) {
    see(column, Math.min(WIDEST_HEADER, of(text)) + ARROW);
  }

  void fix(int column, int letters) {
    fixed.put(column, letters);
  }

  /** The width of each column, in the unit of Excel. */
  void forEach(BiConsumer<Integer, Integer> column) {
    Map<Integer, Integer> all = new TreeMap<>(seen);
    all.putAll(fixed);
    all.forEach((place, letters) -> column.accept(place, (letters + MARGIN) * UNIT));
  }

  /** The lines into which a text is broken in its column. */
  int lines(int column, String text) {
    int letters = MARGIN + fixed.getOrDefault(column, seen.getOrDefault(column, NARROWEST));
    return text.lines().mapToInt(line -> Math.max(1, (of(line) + letters - 1) / letters)).sum();
  }

  private void see(int column, int letters) {
    seen.merge(column, Math.max(NARROWEST, letters), Math::max);
  }

  private static int of(String text) {
    return text.lines()
        .mapToInt(line -> line.codePoints().map(letter -> letter < FIRST_WIDE ? 1 : 2).sum())
        .max()
        .orElse(0);
  }
}

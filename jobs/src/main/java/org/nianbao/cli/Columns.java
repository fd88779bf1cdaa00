package org.nianbao.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/** Lines up cells in a terminal, where a Chinese character is two columns wide. */
final class Columns {
  private Columns() {}

  static void print(List<List<String>> lines, PrintStream out) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  /** A cell's text: plain digits, nothing for what is not known. */
  static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** Ideographs and full-width forms are wide (Unicode Standard Annex 11, East Asian Width). */
  private static int width(int character) {
    return Character.isIdeographic(character)
            || (character >= 0x3000 && character <= 0x303F)
            || (character >= 0xFF01 && character <= 0xFF60)
        ? 2
        : 1;
  }
}

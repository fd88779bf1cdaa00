package org.nianbao.edition.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How high the rows of a sheet have to be: not every program finds that out when it opens a file.
 */
final class Heights {
  /** In points, as all heights. */
  static final float OF_A_LINE = 18;

  static final float OF_A_HEADING = 22;
  static final float OF_A_TITLE = 32;

  private final Widths widths;
  private final Map<Integer, Float> fixed = new TreeMap<>();
  private final List<Broken> broken = new ArrayList<>();

  /** A text that is broken into lines where its column ends. */
  private record Broken(int row, int column, String text) {}

  Heights(Widths widths) {
    this.widths = widths;
  }

  void see(int row, int column, String text) {
    broken.add(new Broken(row, column, text));
  }

  void fix(int row, float points) {
    fixed.merge(row, points, Math::max);
  }

  /** The height of each row that needs more than a line. */
  void forEach(BiConsumer<Integer, Float> row) {
    for (Broken text : broken) {
      int lines = widths.lines(text.column(), text.text());
      if (lines > 1) {
        fix(text.row(), lines * OF_A_LINE);
      }
    }
    fixed.forEach(row);
  }
}

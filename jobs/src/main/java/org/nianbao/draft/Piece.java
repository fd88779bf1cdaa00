package org.nianbao.draft;

import org.nianbao.fact.Fact;

/** Words, a figure between them, or the place of a figure that nobody knows. */
public sealed interface Piece {
  String text();

  /** Words without any figure of the town's. */
  record Words(String text) implements Piece {}

  /**
   * A figure.
   *
   * @param text as the sentence prints it: of a decrease, without its sign
   */
  record Figure(Fact fact, String text) implements Piece {
    public Figure(Fact fact) {
      this(fact, fact.text());
    }
  }

  /** The place of a number that is not known and that a person has to fill; it is not zero. */
  record Blank() implements Piece {
    @Override
    public String text() {
      return "";
    }
  }
}

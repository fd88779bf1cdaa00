package org.nianbao.draft;

import org.nianbao.fact.Fact;

/** Words, or a figure between them. */
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
}

package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.fact.Fact;

/** A paragraph: words and figures in turn. */
public record Passage(List<Piece> pieces) implements Block {

  public Passage {
    pieces = List.copyOf(pieces);
  }

  /** The paragraph as it reads. */
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  /** The figures in it, in their order. */
  public List<Fact> facts() {
    return pieces.stream()
        .flatMap(
            piece ->
                piece instanceof Piece.Figure figure ? Stream.of(figure.fact()) : Stream.empty())
        .toList();
  }

  /** Puts a paragraph together. */
  static final class Writer {
    private final List<Piece> pieces = new ArrayList<>();

    Writer words(String words) {
      pieces.add(new Piece.Words(words));
      return this;
    }

    Writer figure(Fact fact) {
      pieces.add(new Piece.Figure(fact));
      return this;
    }

    Writer figure(Fact fact, String text) {
      pieces.add(new Piece.Figure(fact, text));
      return this;
    }

    Passage done() {
      return new Passage(pieces);
    }
  }
}

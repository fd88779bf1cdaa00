package org.nianbao.report;

import java.util.function.UnaryOperator;

/** A line of prose, or a heading. */
public record Paragraph(String text) implements Block {
  @Override
  public Paragraph with(UnaryOperator<String> change) {
    return new Paragraph(change.apply(text));
  }
}

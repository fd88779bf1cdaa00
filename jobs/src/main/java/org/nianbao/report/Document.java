package org.nianbao.report;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A report, whatever file it came in.
 *
 * @param title what the file itself gives as its title, or empty
 * @param blocks its paragraphs and tables, in their order
 */
public record Document(String title, List<Block> blocks) {

  /** The same report with every text of it changed. */
  public Document with(UnaryOperator<String> change) {
    return new Document(
        change.apply(title), blocks.stream().map(block -> block.with(change)).toList());
  }

  List<String> paragraphs() {
    return blocks.stream()
        .filter(Paragraph.class::isInstance)
        .map(block -> ((Paragraph) block).text())
        .toList();
  }
}

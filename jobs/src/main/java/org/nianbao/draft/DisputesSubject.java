package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.table.Disputes;
import org.nianbao.yearly.Measures;

/** 政府信息公开行政复议、行政诉讼情况. */
final class DisputesSubject implements Subject {
  @Override
  public List<Block> blocks(Material material) {
    List<Block> blocks = new ArrayList<>();
    Optional<Fact> reviews = material.total(Measures.REVIEWS);
    Optional<Fact> lawsuits = material.total(Measures.LAWSUITS);
    if (reviews.isPresent() && lawsuits.isPresent()) {
      String opening = "%d年，%s".formatted(material.year(), material.self());
      Passage.Writer writer = new Passage.Writer();
      if (reviews.get().isZero() && lawsuits.get().isZero()) {
        writer.words(opening + "未发生因政府信息公开申请行政复议、提起行政诉讼的情况。");
      } else {
        writer.words(opening);
        tell(material, writer, reviews.get(), "因政府信息公开被申请行政复议", "未因政府信息公开被申请行政复议");
        writer.words("；");
        tell(material, writer, lawsuits.get(), "被提起行政诉讼", "未被提起行政诉讼");
        writer.words("。");
      }
      blocks.add(writer.done());
    }
    material.doubt(Disputes.ARCHIVE.dataset(), "行政复议和行政诉讼").ifPresent(blocks::add);
    return blocks;
  }

  private static void tell(
      Material material, Passage.Writer writer, Fact cases, String some, String none) {
    if (cases.isZero()) {
      writer.words(none);
    } else {
      writer.words(some).figure(cases);
      new Change(material, cases.key().get("measure")).tell(writer);
    }
  }

  @Override
  public List<String> measures() {
    return List.of(Measures.REVIEWS, Measures.LAWSUITS);
  }
}

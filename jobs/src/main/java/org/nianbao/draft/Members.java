package org.nianbao.draft;

import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Trends;

/** A list of what a total is made of: 投诉199宗、咨询12宗. */
final class Members {
  private final Material material;
  private final String measure;
  private final String dimension;
  private final String list;

  /**
   * Names the members of a breakdown.
   *
   * @param list the list of seeds whose order they follow
   */
  Members(Material material, String measure, String dimension, String list) {
    this.material = material;
    this.measure = measure;
    this.dimension = dimension;
    this.list = list;
  }

  /**
   * Adds the members that are not zero as a sentence; nothing where there are none.
   *
   * @param opening words before the list
   * @param shares whether to tell each member's share
   */
  void tell(Passage.Writer writer, String opening, boolean shares) {
    List<ResultRow> members = material.members(measure, dimension, list);
    if (members.isEmpty()) {
      return;
    }
    String between = opening;
    for (ResultRow row : members) {
      String member = row.text(Trends.MEMBER);
      Fact value = fact(Trends.VALUE, member).orElseThrow();
      writer.words(between + row.text(Trends.MEMBER_LABEL)).figure(value);
      Optional<Fact> share = shares ? fact(Trends.SHARE, member) : Optional.empty();
      share.ifPresent(fact -> writer.words("，占").figure(fact));
      between = shares ? "；" : "、";
    }
    writer.words("。");
  }

  private Optional<Fact> fact(org.nianbao.table.Field column, String member) {
    return material.trend(column, measure, dimension, member);
  }
}

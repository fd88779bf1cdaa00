package org.nianbao.draft;

import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.fact.Rendering;
import org.nianbao.table.Trends;

/** The clause that says how a total changed since the year before, with the base it is told of. */
final class Change {
  private final Material material;
  private final String measure;

  Change(Material material, String measure) {
    this.material = material;
    this.measure = measure;
  }

  /** Adds the clause; nothing where the years are not comparable. */
  void tell(Passage.Writer writer) {
    Optional<Fact> change = trend(Trends.CHANGE);
    Optional<Fact> base = trend(Trends.PREVIOUS_VALUE);
    if (change.isEmpty() || base.isEmpty() || !Boolean.TRUE.equals(change.get().comparable())) {
      return;
    }
    Fact by = change.get();
    if (by.isZero()) {
      writer.words("，与上年（").figure(base.get()).words("）持平");
      return;
    }
    boolean up = by.value().signum() > 0;
    boolean points = by.unit().equals(Rendering.POINTS);
    List<String> verbs = up ? List.of("提高", "增加") : List.of("下降", "减少");
    writer.words("，比上年（").figure(base.get()).words("）" + verbs.get(points ? 0 : 1));
    writer.figure(by, unsigned(by));
    trend(Trends.CHANGE_RATE)
        .ifPresent(rate -> writer.words(up ? "，增长" : "，下降").figure(rate, unsigned(rate)));
  }

  private Optional<Fact> trend(org.nianbao.table.Field column) {
    return material.trend(column, measure, null, null);
  }

  private static String unsigned(Fact fact) {
    return Rendering.of(fact.value().abs(), fact.unit());
  }
}

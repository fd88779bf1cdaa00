package org.nianbao.edition.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Edition;
import org.nianbao.edition.Terms;
import org.nianbao.fact.Fact;
import org.nianbao.fact.Rendering;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;

/** The totals and rates of a year, each with its change or the reason why there is none. */
final class KeyFigures {
  private final List<SeedRow> measures;
  private final Terms terms;

  /** What towns typed in is no key figure: it stands among all changes. */
  KeyFigures(Seeds seeds, Terms terms) {
    this.measures =
        seeds.rows(Shared.MEASURE.vocabulary()).stream()
            .filter(row -> !dataset(row).equals(DeclaredFigures.ARCHIVE.dataset()))
            .toList();
    this.terms = terms;
  }

  void add(Element section, Edition edition) {
    Element list = section.appendElement("ul").addClass("cards");
    for (SeedRow measure : measures) {
      Element card = list.appendElement("li");
      card.appendElement("h3").text(measure.get("label"));
      Optional<Fact> value = value(edition, measure);
      if (value.isPresent()) {
        value(card, value.get());
        incomplete(edition, dataset(measure)).ifPresent(words -> note(card, words));
        change(card, edition, measure.get("code"));
      } else {
        card.appendElement("p").addClass("value instead").text(instead(edition, measure));
      }
    }
  }

  private static String dataset(SeedRow measure) {
    return measure.get(Shared.DATASET.name());
  }

  /** No zero of a year that exports do not cover wholly. */
  private static Optional<Fact> value(Edition edition, SeedRow measure) {
    return edition
        .facts()
        .get(YearlyMeasures.TABLE, YearlyMeasures.VALUE, measure.get("code"))
        .filter(fact -> !fact.isZero() || status(edition, measure).equals(Coverage.COMPLETE));
  }

  private static String status(Edition edition, SeedRow measure) {
    return edition.town().status(dataset(measure), edition.year());
  }

  private static String instead(Edition edition, SeedRow measure) {
    return switch (status(edition, measure)) {
      case Coverage.COMPLETE -> "没有可以计算的数";
      case Coverage.PARTIAL -> "数据不完整";
      default -> "没有数据";
    };
  }

  private static void value(Element card, Fact fact) {
    Element value = card.appendElement("p").addClass("value");
    value.attr("data-value", fact.value().toPlainString());
    String text = fact.text();
    value.appendText(text.substring(0, text.length() - fact.unit().length()));
    value.appendElement("small").text(fact.unit());
  }

  private Optional<String> incomplete(Edition edition, String dataset) {
    return edition
        .town()
        .coverage(dataset, edition.year())
        .filter(row -> !Coverage.COMPLETE.equals(row.text(Coverage.STATUS)))
        .map((ResultRow row) -> "不是全年数，覆盖%s个月".formatted(row.text(Coverage.MONTHS)));
  }

  private void change(Element card, Edition edition, String measure) {
    Optional<Fact> value = trend(edition, measure, Trends.VALUE);
    Optional<Fact> change = trend(edition, measure, Trends.CHANGE);
    if (value.isPresent() && value.get().reason() != null) {
      String code = value.get().reason();
      note(card, "不与上年比较：" + terms.label(Trends.REASON, code).orElse(code));
    } else if (change.isPresent()) {
      Element line = card.appendElement("p").addClass("change");
      line.text(words(change.get(), trend(edition, measure, Trends.CHANGE_RATE)));
      trend(edition, measure, Trends.PREVIOUS_VALUE)
          .ifPresent(previous -> note(card, "上年 " + previous.text()));
    }
  }

  private static Optional<Fact> trend(Edition edition, String measure, Field column) {
    return edition.facts().get(Trends.TABLE, column, measure, null, null);
  }

  private static String words(Fact change, Optional<Fact> rate) {
    if (change.isZero()) {
      return "与上年持平";
    }
    boolean up = change.value().signum() > 0;
    boolean points = change.unit().equals(Rendering.POINTS);
    String verb = points ? (up ? "提高" : "下降") : (up ? "增加" : "减少");
    String text = (up ? "▲ " : "▼ ") + verb + unsigned(change);
    return rate.map(fact -> text + (up ? "，增长" : "，下降") + unsigned(fact)).orElse(text);
  }

  private static String unsigned(Fact fact) {
    return Rendering.of(fact.value().abs(), fact.unit());
  }

  private static void note(Element card, String words) {
    card.appendElement("p").addClass("note").text(words);
  }
}

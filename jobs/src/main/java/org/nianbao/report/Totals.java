package org.nianbao.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the totals that a number is, by the words before it. */
final class Totals {
  private static final String PUNCTUATION = ",:、()";

  private static final Pattern JOINED = Pattern.compile("[、和及与或]");
  private static final Pattern EACH = Pattern.compile("[各均]");

  private final Wording wording;
  private final Fillers fillers;

  Totals(Wording wording, Fillers fillers) {
    this.wording = wording;
    this.fillers = fillers;
  }

  /** A word of a measure in the text before a number. */
  private record Named(MeasureWords measure, int start, int end) {}

  /** The measures; several where the sentence says that each is as many, none where it is open. */
  List<Placement> find(List<MeasureWords> measures, String lead, Quantity quantity) {
    List<Named> named = new ArrayList<>();
    for (MeasureWords measure : measures) {
      measure.words().stream()
          .filter(lead::contains)
          .map(word -> named(measure, word, lead))
          .max(Comparator.comparingInt(Named::end))
          .ifPresent(named::add);
    }
    named.sort(Comparator.comparingInt(Named::end).reversed());
    if (named.isEmpty()
        || !fillers.fill(lead.substring(named.get(0).end()), PUNCTUATION)
        || isPart(lead)) {
      return List.of();
    }
    Confidence sure = Confidence.HIGH;
    if (named.size() == 1 || !joined(named, lead)) {
      return List.of(new Placement(named.get(0).measure(), Figure.TOTAL_MEMBER, sure));
    }
    boolean each =
        quantity.value().signum() == 0 || EACH.matcher(lead.substring(named.get(0).end())).find();
    return each
        ? named.stream()
            .map(one -> new Placement(one.measure(), Figure.TOTAL_MEMBER, Confidence.MEDIUM))
            .toList()
        : List.of();
  }

  private static Named named(MeasureWords measure, String word, String lead) {
    int start = lead.lastIndexOf(word);
    return new Named(measure, start, start + word.length());
  }

  private static boolean joined(List<Named> named, String lead) {
    Named last = named.get(0);
    Named one = named.get(1);
    return one.end() <= last.start()
        && JOINED.matcher(lead.substring(one.end(), last.start())).find();
  }

  /** Whether the clause says that it is about a part only: 其中…, 民生类…, 通过…. */
  private boolean isPart(String lead) {
    int comma = Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';'));
    String clause = lead.substring(comma + 1);
    for (String whole : wording.words("whole")) {
      clause = clause.replace(whole, "");
    }
    return Wording.hasAny(clause, wording.words("part"));
  }
}

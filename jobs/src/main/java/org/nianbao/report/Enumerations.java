package org.nianbao.report;

import java.util.ArrayList;
import java.util.List;

/** Reads lists of labels whose numbers follow together: 财政信息和应急管理分别为150条和27条. */
final class Enumerations {
  private static final String SEPARATORS = ",、和及";

  private final Wording wording;
  private final Fillers fillers;

  Enumerations(Wording wording, Fillers fillers) {
    this.wording = wording;
    this.fillers = fillers;
  }

  /** How many numbers follow 分别 one behind the other; 0 if it does not stand before the first. */
  int run(String sentence, int from, List<Quantity> rest) {
    String lead = sentence.substring(from, rest.get(0).start());
    if (!Wording.hasAny(lead, wording.words("enumeration"))) {
      return 0;
    }
    int run = 1;
    while (run < rest.size()
        && isSeparator(sentence.substring(rest.get(run - 1).end(), rest.get(run).start()))) {
      run++;
    }
    return run;
  }

  private static boolean isSeparator(String between) {
    return between.length() == 1 && SEPARATORS.contains(between);
  }

  /** What each number counts, in their order; empty if there are not as many labels. */
  List<Placement> placements(List<MeasureWords> measures, String lead, int numbers) {
    for (MeasureWords measure : measures) {
      if (measure.lists().size() == 1) {
        List<Mention> mentions = wording.labels(measure.lists().get(0)).in(lead);
        if (mentions.size() == numbers && isList(mentions, lead)) {
          List<Placement> placements = new ArrayList<>();
          mentions.forEach(
              one -> placements.add(new Placement(measure, one.member(), Confidence.MEDIUM)));
          return placements;
        }
      }
    }
    return List.of();
  }

  private boolean isList(List<Mention> mentions, String lead) {
    for (int i = 1; i < mentions.size(); i++) {
      String between = lead.substring(mentions.get(i - 1).end(), mentions.get(i).start());
      if (!fillers.fill(between, ",、")) {
        return false;
      }
    }
    return true;
  }
}

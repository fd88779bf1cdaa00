package org.nianbao.report;

import java.util.List;
import java.util.Optional;

/** Finds what a number counts by the label before it, or right behind it. */
final class Labelled {
  /** What may stand between a label and its number, besides fillers. */
  private static final String PUNCTUATION = ",:、()";

  private final Wording wording;
  private final Fillers fillers;

  Labelled(Wording wording, Fillers fillers) {
    this.wording = wording;
    this.fillers = fillers;
  }

  /**
   * The member that a number belongs to.
   *
   * @param lead the sentence before the number, from the number before it on
   * @param trail the sentence behind the number, up to the next one
   */
  Optional<Placement> find(MeasureWords measure, String lead, String trail) {
    Optional<Placement> before =
        before(measure.lists(), lead)
            .map(member -> new Placement(measure, member, Confidence.HIGH));
    if (before.isPresent() || measure.lists().size() > 1) {
      return before;
    }
    return behind(wording.labels(measure.lists().get(0)), trail)
        .map(member -> new Placement(measure, member, Confidence.MEDIUM));
  }

  /** The members of all lists, one label before the other, the last right before the number. */
  private Optional<String> before(List<String> lists, String lead) {
    if (lists.size() == 1) {
      return last(wording.labels(lists.get(0)), lead).map(Mention::member);
    }
    String one = lists.get(0);
    String other = lists.get(1);
    return last(wording.labels(other), lead)
        .flatMap(
            mention ->
                last(wording.labels(one), lead.substring(0, mention.start()))
                    .map(first -> first.member() + Figure.TIMES + mention.member()))
        .or(
            () ->
                last(wording.labels(one), lead)
                    .flatMap(
                        mention ->
                            last(wording.labels(other), lead.substring(0, mention.start()))
                                .map(second -> mention.member() + Figure.TIMES + second.member())));
  }

  private Optional<Mention> last(Labels labels, String lead) {
    List<Mention> mentions = labels.in(lead);
    if (mentions.isEmpty()) {
      return Optional.empty();
    }
    Mention last = mentions.get(mentions.size() - 1);
    boolean close = fillers.fill(lead.substring(last.end()), PUNCTUATION);
    return close && !shared(mentions, lead) ? Optional.of(last) : Optional.empty();
  }

  /** Whether the label is the last of several that have one number together: 微博、微信共882条. */
  private static boolean shared(List<Mention> mentions, String lead) {
    if (mentions.size() < 2) {
      return false;
    }
    Mention last = mentions.get(mentions.size() - 1);
    Mention one = mentions.get(mentions.size() - 2);
    String between = lead.substring(one.end(), last.start());
    return !one.member().equals(last.member()) && between.matches(".{0,6}[、和及与或].{0,4}");
  }

  private Optional<String> behind(Labels labels, String trail) {
    List<Mention> mentions = labels.in(trail);
    if (mentions.isEmpty()) {
      return Optional.empty();
    }
    Mention first = mentions.get(0);
    String between = trail.substring(0, first.start());
    boolean all =
        Wording.hasAny(between, wording.words("all")) && fillers.fill(between, PUNCTUATION + "都全部");
    return all || fillers.fill(between, "") ? Optional.of(first.member()) : Optional.empty();
  }
}

package org.nianbao.report;

import java.util.List;
import java.util.function.Function;

/** Says what a sentence is about, by its own words and the heading above it. */
final class Topics {
  private final List<Topic> topics;

  Topics(Wording wording) {
    topics = wording.topics();
  }

  /**
   * The topic of a part of a sentence.
   *
   * @param heading what the heading says it is
   */
  String of(String part, String sentence, String heading) {
    if (heading.equals(Topic.OUTLOOK)) {
      return heading;
    }
    for (String text : List.of(part, sentence)) {
      List<String> strong = named(text, Topic::overrides);
      if (!strong.isEmpty()) {
        return strong.contains(heading) ? heading : strong.get(0);
      }
    }
    if (!heading.isEmpty()) {
      return heading;
    }
    List<String> named = named(part, Topic::words);
    List<String> around = named.isEmpty() ? named(sentence, Topic::words) : named;
    return around.isEmpty() ? Topic.NONE : around.get(0);
  }

  private List<String> named(String text, Function<Topic, List<String>> words) {
    return topics.stream()
        .filter(topic -> Wording.hasAny(text, words.apply(topic)))
        .map(Topic::name)
        .toList();
  }
}

package org.nianbao.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that may stand between a label and its number without changing what it counts. */
final class Fillers {
  private static final Pattern YEAR = Pattern.compile("20\\d\\d(?:年度|年)");

  private final List<String> words;

  Fillers(Wording wording) {
    words = wording.words("filler");
  }

  /** Whether a text is made of such words, years and the given punctuation only. */
  boolean fill(String text, String punctuation) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    Matcher year = YEAR.matcher(text);
    for (int at = 0; at < text.length(); at++) {
      if (!reached[at]) {
        continue;
      }
      if (punctuation.indexOf(text.charAt(at)) >= 0) {
        reached[at + 1] = true;
      }
      if (year.region(at, text.length()).lookingAt()) {
        reached[year.end()] = true;
      }
      for (String word : words) {
        if (text.startsWith(word, at)) {
          reached[at + word.length()] = true;
        }
      }
    }
    return reached[text.length()];
  }
}

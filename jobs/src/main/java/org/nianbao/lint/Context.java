package org.nianbao.lint;

import java.util.HashSet;
import java.util.Set;

/**
 * What stands around a number and says what it counts.
 *
 * @param anchor the words that name it, without links and years
 * @param relation how it relates to what the anchor names
 * @param sentence its sentence, with every number masked
 */
record Context(String anchor, Relation relation, String sentence) {

  /** How a number relates to what is named before it. */
  enum Relation {
    VALUE,
    SHARE,
    PREVIOUS,
    CHANGE,
    RATE
  }

  /** How alike the contexts are, from 0 to 1; 0 where the numbers relate otherwise. */
  double likeness(Context other) {
    if (relation != other.relation) {
      return 0;
    }
    return anchor.equals(other.anchor) ? 1 : alike(anchor, other.anchor);
  }

  double sameSentence(Context other) {
    return sentence.equals(other.sentence) ? 1 : alike(sentence, other.sentence);
  }

  /** The share of pairs of neighbouring characters that two texts have in common (Dice). */
  private static double alike(String one, String other) {
    Set<String> pairs = pairs(one);
    Set<String> others = pairs(other);
    if (pairs.isEmpty() || others.isEmpty()) {
      return 0;
    }
    Set<String> common = new HashSet<>(pairs);
    common.retainAll(others);
    return 2.0 * common.size() / (pairs.size() + others.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}

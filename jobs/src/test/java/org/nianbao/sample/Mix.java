package org.nianbao.sample;

import java.util.ArrayList;
import java.util.List;

/** Labels with their weights, in a fixed order. */
record Mix(List<String> labels, List<Integer> weights) {

  /** Reads a mix such as {@code "电话热线 7|微信 3"}. */
  static Mix of(String text) {
    List<String> labels = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    for (String part : List.of(text.split("\\|", -1))) {
      int blank = part.lastIndexOf(' ');
      labels.add(part.substring(0, blank));
      weights.add(Integer.valueOf(part.substring(blank + 1)));
    }
    return new Mix(List.copyOf(labels), List.copyOf(weights));
  }

  String draw(Draws draws) {
    int rest = draws.below(weights.stream().mapToInt(Integer::intValue).sum());
    for (int i = 0; i < labels.size(); i++) {
      rest -= weights.get(i);
      if (rest < 0) {
        return labels.get(i);
      }
    }
    throw new IllegalStateException("A draw lies below the sum of the weights");
  }

  /** Each label as often as its weight says: weights that are counts. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      for (int n = 0; n < weights.get(i); n++) {
        all.add(labels.get(i));
      }
    }
    return all;
  }

  List<String> draw(Draws draws, int count) {
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(draw(draws));
    }
    return drawn;
  }
}

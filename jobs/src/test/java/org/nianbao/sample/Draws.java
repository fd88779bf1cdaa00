package org.nianbao.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Repeatable chance: the same town, year and dataset always draw the same. Only the raw 64 bits
 * come from the JDK, because how it bounds them is its own business.
 */
final class Draws {
  private static final long SAMPLE = 441_900L;

  private final SplittableRandom random;

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draws of(String town, int year, String dataset) {
    return new Draws((SAMPLE << 32) ^ (town + "/" + year + "/" + dataset).hashCode());
  }

  int below(int bound) {
    return (int) Long.remainderUnsigned(random.nextLong(), bound);
  }

  /** A number from first to last, both included. */
  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int other = below(i + 1);
      T moved = list.get(i);
      list.set(i, list.get(other));
      list.set(other, moved);
    }
  }
}

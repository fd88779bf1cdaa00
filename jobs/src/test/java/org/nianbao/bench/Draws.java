package org.nianbao.bench;

import java.util.SplittableRandom;

/** The draws for one row. They depend on nothing but the seed and the row. */
final class Draws {
  private final SplittableRandom random;

  Draws(long seed, ArchivePlan.Part part, int year, long row) {
    long of = seed * 31 + part.town();
    this.random = new SplittableRandom(((of * 31 + year) << 32) + row);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** One of the texts; the first half as often as all after it, and so on. */
  String often(String... texts) {
    int index = Long.numberOfTrailingZeros(random.nextLong() | 1L << 62);
    return texts[index % texts.length];
  }

  /** One of the texts, each as often. */
  String any(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}

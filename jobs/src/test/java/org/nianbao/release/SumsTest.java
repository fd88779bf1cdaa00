package org.nianbao.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumsTest {
  private static final long SMALL = 5;

  @Test
  void shouldHideNothingWhereNothingIsSmall() {
    Sums sums = new Sums(SMALL);
    Map.of("total", 30L, "a", 10L, "b", 20L, "none", 0L).forEach(sums::count);
    sums.equation("total", List.of("a", "b", "none"));

    assertThat(sums.hidden()).isEmpty();
  }

  @Test
  void shouldHideTheSmallestOtherBesideASmallCount() {
    Sums sums = new Sums(SMALL);
    Map.of("total", 42L, "a", 2L, "b", 30L, "c", 10L).forEach(sums::count);
    sums.equation("total", List.of("a", "b", "c"));

    assertThat(sums.hidden()).containsExactly("a", "c");
  }

  @Test
  void shouldHideMoreWhereTheHiddenOnesCouldAllBeOnes() {
    Sums sums = new Sums(SMALL);
    Map.of("total", 62L, "a", 1L, "b", 1L, "c", 20L, "d", 40L).forEach(sums::count);
    sums.equation("total", List.of("a", "b", "c", "d"));

    assertThat(sums.hidden()).containsExactly("a", "b", "c");
  }

  @Test
  void shouldHideAPartWhereTheTotalIsSmallAndTheTotalWhereAPartIs() {
    Sums sums = new Sums(SMALL);
    Map.of("total", 3L, "a", 3L, "b", 0L).forEach(sums::count);
    sums.equation("total", List.of("a", "b"));

    assertThat(sums.hidden()).containsExactly("a", "total");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldLeaveNoHiddenCountToWhoeverAddsAndSubtracts(int seed) {
    Random draws = new Random(seed);
    int rows = 1 + draws.nextInt(5);
    int columns = 1 + draws.nextInt(6);
    Map<String, Long> counts = new TreeMap<>();
    Map<String, List<String>> totals = new TreeMap<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long count = draws.nextInt(4) == 0 ? draws.nextInt(6) : draws.nextInt(60);
        String cell = "cell " + row + " " + column;
        counts.put(cell, count);
        for (String total : List.of("row " + row, "column " + column)) {
          counts.merge(total, count, Long::sum);
          totals.computeIfAbsent(total, any -> new ArrayList<>()).add(cell);
        }
        counts.merge("all", count, Long::sum);
      }
    }
    Sums sums = new Sums(SMALL);
    counts.forEach(sums::count);
    totals.forEach(sums::equation);
    sums.equation("all", IntStream.range(0, rows).mapToObj(i -> "row " + i).toList());
    sums.equation("all", IntStream.range(0, columns).mapToObj(i -> "column " + i).toList());

    Set<String> hidden = sums.hidden();

    counts.forEach(
        (name, count) ->
            assertThat(count > 0 && count < SMALL && !hidden.contains(name)).isFalse());
    boolean anyShown =
        counts.entrySet().stream().anyMatch(c -> c.getValue() > 0 && !hidden.contains(c.getKey()));
    Attack attack = new Attack();
    totals.forEach((total, parts) -> attack.knows(equation(total, parts, hidden)));
    attack.knows(
        equation(
            "all", totals.keySet().stream().filter(t -> t.startsWith("row")).toList(), hidden));
    attack.knows(
        equation(
            "all", totals.keySet().stream().filter(t -> t.startsWith("col")).toList(), hidden));
    if (anyShown) {
      assertThat(attack.finds()).as("seed %d, hidden %s of %s", seed, hidden, counts).isEmpty();
    }
    totals.forEach(
        (total, parts) -> {
          long sum = parts.stream().filter(hidden::contains).mapToLong(counts::get).sum();
          boolean shown = !hidden.contains(total);
          assertThat(shown && sum > 0 && sum < 2 * SMALL).as("%s of %s", total, counts).isFalse();
        });
  }

  private static Map<String, Double> equation(
      String total, List<String> parts, Set<String> hidden) {
    Map<String, Double> factors = new HashMap<>();
    parts.stream().filter(hidden::contains).forEach(part -> factors.put(part, 1.0));
    if (hidden.contains(total)) {
      factors.put(total, -1.0);
    }
    return factors;
  }

  private static IntStream seeds() {
    return IntStream.range(0, 400);
  }
}

package org.nianbao.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found in one report: figures by what they name, and what could not be placed. */
final class Findings {
  private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
  private final List<Unplaced> unplaced = new ArrayList<>();

  void add(Figure figure) {
    figures.computeIfAbsent(figure.key(), key -> new ArrayList<>()).add(figure);
  }

  void add(Unplaced one) {
    unplaced.add(one);
  }

  /**
   * Each figure once, where it is said first, and as sure as its surest reading; none where the
   * report contradicts itself.
   */
  List<Figure> figures() {
    return figures.values().stream().filter(Findings::agree).map(Findings::first).toList();
  }

  private static Figure first(List<Figure> same) {
    Confidence surest =
        same.stream().map(Figure::confidence).min(Comparator.naturalOrder()).orElseThrow();
    return same.get(0).readAs(surest);
  }

  /** All that could not be placed; at the end the figures that contradict each other. */
  List<Unplaced> unplaced() {
    List<Unplaced> all = new ArrayList<>(unplaced);
    figures.values().stream()
        .filter(same -> !agree(same))
        .forEach(same -> same.forEach(figure -> all.add(contradiction(figure, same))));
    return List.copyOf(all);
  }

  private static Unplaced contradiction(Figure figure, List<Figure> same) {
    String values = same.stream().map(Figure::text).distinct().collect(Collectors.joining("、"));
    return new Unplaced(
        figure.section(),
        figure.text(),
        "“%s”有几个不同的数字：%s".formatted(figure.member(), values),
        figure.evidence());
  }

  private static boolean agree(List<Figure> same) {
    return same.stream().allMatch(figure -> figure.saysTheSameAs(same.get(0)));
  }
}

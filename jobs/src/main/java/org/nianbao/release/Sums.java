package org.nianbao.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts that add up, and which of them to hide: the small ones (primary suppression), and as many
 * others as it takes that no hidden one follows from those shown (secondary suppression; Hundepool
 * et al., Statistical Disclosure Control, 2012, chapter 4).
 *
 * <p>A hidden count is safe if no linear combination of the equations leaves it alone, and if the
 * hidden parts of a total that is shown have together at least twice the threshold, so that they
 * cannot all be ones.
 */
final class Sums {
  private static final double ZERO = 1e-9;

  private final long threshold;
  private final Map<String, Long> values = new LinkedHashMap<>();
  private final List<Equation> equations = new ArrayList<>();

  /** One count is the sum of others. */
  private record Equation(String total, List<String> parts) {
    List<String> terms() {
      List<String> terms = new ArrayList<>(parts);
      terms.add(total);
      return terms;
    }
  }

  /** Counts below the threshold, but not zeros, are small. */
  Sums(long threshold) {
    this.threshold = threshold;
  }

  /** Nothing is hidden behind a zero: it is as good as absent. */
  void count(String name, long value) {
    if (value != 0) {
      values.put(name, value);
    }
  }

  /** A total and its parts; what was not counted is zero. */
  void equation(String total, Collection<String> parts) {
    List<String> counted = parts.stream().filter(values::containsKey).toList();
    if (values.containsKey(total)) {
      equations.add(new Equation(total, counted));
    }
  }

  /** The counts to hide. */
  Set<String> hidden() {
    Set<String> hidden = new TreeSet<>();
    values.forEach(
        (name, value) -> {
          if (value < threshold) {
            hidden.add(name);
          }
        });
    boolean settled = false;
    while (!settled) {
      settled = true;
      for (Equation equation : equations) {
        while (isThin(equation, hidden) && hideAnother(equation.terms(), hidden)) {
          settled = false;
        }
      }
      for (String known : recoverable(hidden)) {
        if (hideBeside(known, hidden)) {
          settled = false;
        }
      }
    }
    return hidden;
  }

  /** Whether what is hidden in an equation is too little to be safe. */
  private boolean isThin(Equation equation, Set<String> hidden) {
    List<String> parts = equation.parts().stream().filter(hidden::contains).toList();
    if (hidden.contains(equation.total())) {
      return parts.isEmpty();
    }
    long sum = parts.stream().mapToLong(values::get).sum();
    return !parts.isEmpty() && (parts.size() == 1 || sum < 2 * threshold);
  }

  private boolean hideBeside(String name, Set<String> hidden) {
    List<String> beside =
        equations.stream()
            .map(Equation::terms)
            .filter(terms -> terms.contains(name))
            .flatMap(List::stream)
            .toList();
    return hideAnother(beside, hidden) || hideAnother(values.keySet(), hidden);
  }

  /** Hides the smallest of the counts that are still shown. */
  private boolean hideAnother(Collection<String> names, Set<String> hidden) {
    Optional<String> smallest =
        names.stream()
            .filter(name -> !hidden.contains(name))
            .min(Comparator.<String>comparingLong(values::get).thenComparing(name -> name));
    smallest.ifPresent(hidden::add);
    return smallest.isPresent();
  }

  /** Hidden counts that solving the equations gives: in reduced form they stand alone in a row. */
  private List<String> recoverable(Set<String> hidden) {
    List<String> unknowns = List.copyOf(hidden);
    List<double[]> rows = matrix(unknowns);
    List<String> known = new ArrayList<>();
    int pivots = 0;
    for (int column = 0; column < unknowns.size() && pivots < rows.size(); column++) {
      if (reduce(rows, pivots, column)) {
        pivots++;
      }
    }
    for (double[] row : rows.subList(0, pivots)) {
      int only = -1;
      int terms = 0;
      for (int i = 0; i < row.length; i++) {
        if (Math.abs(row[i]) > ZERO) {
          only = i;
          terms++;
        }
      }
      if (terms == 1) {
        known.add(unknowns.get(only));
      }
    }
    return known;
  }

  private List<double[]> matrix(List<String> unknowns) {
    List<double[]> rows = new ArrayList<>();
    for (Equation equation : equations) {
      double[] row = new double[unknowns.size()];
      for (int i = 0; i < row.length; i++) {
        String name = unknowns.get(i);
        row[i] =
            (equation.parts().contains(name) ? 1 : 0) - (equation.total().equals(name) ? 1 : 0);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Makes a row the only one with a column; says whether any had it. */
  private static boolean reduce(List<double[]> rows, int at, int column) {
    int largest = at;
    for (int i = at; i < rows.size(); i++) {
      if (Math.abs(rows.get(i)[column]) > Math.abs(rows.get(largest)[column])) {
        largest = i;
      }
    }
    double[] pivot = rows.get(largest);
    if (Math.abs(pivot[column]) <= ZERO) {
      return false;
    }
    rows.set(largest, rows.get(at));
    rows.set(at, pivot);
    double factor = pivot[column];
    for (int i = 0; i < pivot.length; i++) {
      pivot[i] /= factor;
    }
    for (double[] row : rows) {
      double times = row[column];
      if (row != pivot && Math.abs(times) > ZERO) {
        for (int i = 0; i < row.length; i++) {
          row[i] -= times * pivot[i];
        }
      }
    }
    return true;
  }
}

package org.nianbao.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who adds and subtracts what is published: a hidden figure is found if a combination of
 * equations holds it alone. Works by projection, and so in another way than what it tries.
 */
public final class Attack {
  private static final double SAME = 1e-6;

  private final List<Map<String, Double>> equations = new ArrayList<>();
  private final Set<String> unknowns = new LinkedHashSet<>();

  /** An equation, by the factors of the figures that are hidden in it. */
  public void knows(Map<String, Double> hidden) {
    if (!hidden.isEmpty()) {
      equations.add(hidden);
      unknowns.addAll(hidden.keySet());
    }
  }

  /** The hidden figures that are found. */
  public Set<String> finds() {
    List<String> names = List.copyOf(unknowns);
    List<double[]> base = new ArrayList<>();
    for (Map<String, Double> equation : equations) {
      double[] row = new double[names.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = equation.getOrDefault(names.get(i), 0.0);
      }
      minus(row, base);
      minus(row, base);
      double length = Math.sqrt(product(row, row));
      if (length > SAME) {
        for (int i = 0; i < row.length; i++) {
          row[i] /= length;
        }
        base.add(row);
      }
    }
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      double told = 0;
      for (double[] row : base) {
        told += row[i] * row[i];
      }
      if (told > 1 - SAME) {
        found.add(names.get(i));
      }
    }
    return found;
  }

  private static void minus(double[] row, List<double[]> base) {
    for (double[] other : base) {
      double times = product(row, other);
      for (int i = 0; i < row.length; i++) {
        row[i] -= times * other[i];
      }
    }
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}

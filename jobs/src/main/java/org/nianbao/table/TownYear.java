package org.nianbao.table;

import java.io.Serializable;
import java.util.Comparator;

/** A town and a year: what results are computed for. */
public record TownYear(String townCode, int year) implements Comparable<TownYear>, Serializable {

  @Override
  public int compareTo(TownYear other) {
    return Comparator.comparing(TownYear::townCode)
        .thenComparingInt(TownYear::year)
        .compare(this, other);
  }
}

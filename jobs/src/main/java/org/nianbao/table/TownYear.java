package org.nianbao.table;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** A town and a year: what results are computed for. */
public record TownYear(String townCode, int year) implements Comparable<TownYear>, Serializable {

  /** Whether a row is of one of them. For few of them, and of tables that are small. */
  public static Column anyOf(Collection<TownYear> townYears) {
    Map<Integer, List<String>> towns =
        townYears.stream()
            .collect(
                Collectors.groupingBy(
                    TownYear::year,
                    TreeMap::new,
                    Collectors.mapping(TownYear::townCode, Collectors.toList())));
    return towns.entrySet().stream()
        .map(
            ofYear ->
                Shared.YEAR
                    .col()
                    .equalTo(ofYear.getKey())
                    .and(Shared.TOWN_CODE.col().isin(ofYear.getValue().toArray())))
        .reduce(Column::or)
        .orElse(functions.lit(false));
  }

  @Override
  public int compareTo(TownYear other) {
    return Comparator.comparing(TownYear::townCode)
        .thenComparingInt(TownYear::year)
        .compare(this, other);
  }
}

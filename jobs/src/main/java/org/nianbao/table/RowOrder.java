package org.nianbao.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The order of a table's rows as Spark sorts by {@link Table#order()}: missing keys first, texts by
 * their code points.
 */
final class RowOrder implements Comparator<Row> {
  private final List<Integer> places;

  RowOrder(Table table) {
    this.places = table.key().stream().map(table.fields()::indexOf).toList();
  }

  @Override
  public int compare(Row one, Row other) {
    for (int place : places) {
      int order = compareValues(one.get(place), other.get(place));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareValues(Object one, Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    if (one instanceof String text) {
      return Arrays.compare(text.codePoints().toArray(), ((String) other).codePoints().toArray());
    }
    return compareComparables(one, other);
  }

  @SuppressWarnings("unchecked") // A column has one type, and the types of keys are comparable.
  private static int compareComparables(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }
}

package org.nianbao.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.nianbao.table.TownYear;
import org.nianbao.yearly.Measures;
import org.nianbao.yearly.TicketsByMonth;
import org.nianbao.yearly.TicketsByTypeAndSource;

/**
 * How the released counts of tickets of a town and year add up: by type and source, by month, and
 * each into those settled and those that are not.
 */
final class TicketSums {
  /** More cells than this are hidden as a whole: what they add up to is shown all the same. */
  private static final int MOST_CELLS = 400;

  private static final String TYPE = TicketsByTypeAndSource.TICKET_TYPE.name();
  private static final String SOURCE = TicketsByTypeAndSource.TICKET_SOURCE.name();
  private static final String MONTH = TicketsByMonth.MONTH.name();

  private final Map<String, long[]> counts = new TreeMap<>();
  private final Map<String, Set<String>> parts = new TreeMap<>();
  private int cells;

  /** The name of a total, or of one member of its breakdown. */
  static String name(String measure, String dimension, String member) {
    return dimension == null ? measure : measure + "/" + dimension + "/" + member;
  }

  /** The name of a count by type and source. */
  static String cell(String measure, String type, String source) {
    return measure + "/" + type + "\u0000" + source;
  }

  /** The counts to hide, by town and year. */
  static Map<TownYear, Set<String>> hidden(long threshold, List<Row> cells, List<Row> months) {
    Map<TownYear, TicketSums> sums = new HashMap<>();
    for (Row row : cells) {
      sums.computeIfAbsent(Suppression.townYear(row), any -> new TicketSums()).addCell(row);
    }
    for (Row row : months) {
      sums.computeIfAbsent(Suppression.townYear(row), any -> new TicketSums()).addMonth(row);
    }
    Map<TownYear, Set<String>> hidden = new HashMap<>();
    sums.forEach((townYear, one) -> hidden.put(townYear, one.hidden(threshold)));
    return hidden;
  }

  private void addCell(Row row) {
    String type = row.getAs(TYPE);
    String source = row.getAs(SOURCE);
    long tickets = row.getAs(TicketsByTypeAndSource.TICKETS.name());
    long closed = row.getAs(TicketsByTypeAndSource.CLOSED.name());
    String cell = "/" + type + "\u0000" + source;
    cells++;
    add(cell, tickets, closed, "/" + TYPE + "/" + type, "/" + SOURCE + "/" + source);
    add("/" + TYPE + "/" + type, tickets, closed, "");
    add("/" + SOURCE + "/" + source, tickets, closed, "");
    add("", tickets, closed);
  }

  private void addMonth(Row row) {
    long tickets = row.getAs(TicketsByMonth.TICKETS.name());
    int month = row.getAs(MONTH);
    counts.put("/" + MONTH + "/" + month, new long[] {tickets, -1});
    parts.computeIfAbsent("\u0001" + MONTH, any -> new TreeSet<>()).add("/" + MONTH + "/" + month);
  }

  /** Totals are kept by the dimension that makes them up: each is an equation. */
  private void add(String name, long tickets, long closed, String... totals) {
    counts.merge(
        name,
        new long[] {tickets, closed},
        (one, more) -> new long[] {one[0] + more[0], one[1] + more[1]});
    for (String total : totals) {
      String dimension = name.startsWith("/" + TYPE + "/") ? TYPE : SOURCE;
      String key = total.isEmpty() ? "\u0001" + dimension : total;
      parts.computeIfAbsent(key, any -> new TreeSet<>()).add(name);
    }
  }

  private Set<String> hidden(long threshold) {
    Set<String> whole = new TreeSet<>();
    boolean many = cells > MOST_CELLS;
    Sums sums = new Sums(threshold);
    counts.forEach(
        (name, count) -> {
          boolean isCell = name.indexOf('\u0000') >= 0;
          if (many && isCell) {
            whole.add(Measures.TICKETS + name);
            whole.add(Measures.TICKETS_CLOSED + name);
            return;
          }
          sums.count(Measures.TICKETS + name, count[0]);
          if (count[1] >= 0) {
            sums.count(Measures.TICKETS_CLOSED + name, count[1]);
            sums.count("open" + name, count[0] - count[1]);
            sums.equation(
                Measures.TICKETS + name, List.of(Measures.TICKETS_CLOSED + name, "open" + name));
          }
        });
    parts.forEach(
        (total, names) -> {
          if (!(many && names.stream().anyMatch(name -> name.indexOf('\u0000') >= 0))) {
            String of = total.startsWith("\u0001") ? "" : total;
            sums.equation(Measures.TICKETS + of, prefixed(Measures.TICKETS, names));
            if (!total.equals("\u0001" + MONTH)) {
              sums.equation(Measures.TICKETS_CLOSED + of, prefixed(Measures.TICKETS_CLOSED, names));
            }
          }
        });
    whole.addAll(sums.hidden());
    return whole;
  }

  private static List<String> prefixed(String measure, Set<String> names) {
    return names.stream().map(name -> measure + name).toList();
  }
}

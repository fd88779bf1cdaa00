package org.nianbao.report;

import java.io.Serializable;
import java.util.List;
import org.nianbao.seed.SeedRow;

/**
 * How sentences name what they count: a row of {@code seeds/report_measures.csv}.
 *
 * @param lists the lists whose labels are the members; none for a total
 * @param words words of which one stands before the number; none where the label is enough
 * @param units the units of the number; the first where none is printed
 * @param zero words of which a clause that says zero has one; none where zero is not said
 * @param except words of sentences about something else
 */
record MeasureWords(
    String topic,
    String measure,
    String dimension,
    List<String> lists,
    List<String> words,
    List<String> units,
    List<String> zero,
    List<String> except)
    implements Serializable {

  static MeasureWords of(SeedRow row) {
    return new MeasureWords(
        row.get("topic"),
        row.get("measure"),
        row.get("dimension"),
        row.list("members"),
        row.list("words"),
        row.list("units"),
        row.list("zero"),
        row.list("except"));
  }

  boolean isTotal() {
    return lists.isEmpty();
  }

  boolean counts(String unit) {
    return unit.isEmpty() || units.contains(unit);
  }

  /** The unit of a number that is printed with this one, or none. */
  String unit(String printed) {
    return printed.isEmpty() ? units.get(0) : printed;
  }
}

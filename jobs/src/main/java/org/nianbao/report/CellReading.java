package org.nianbao.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of tables: a number, perhaps with a unit, or else no figure at all. */
final class CellReading {
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d[\\d, ]*(?:\\.\\d+)?|" + Numeral.CHARACTERS + "+))(.*)");
  private static final String APPROXIMATELY = "约";

  private final Wording wording;

  CellReading(Wording wording) {
    this.wording = wording;
  }

  /**
   * What a cell says.
   *
   * @param unit the unit that it carries itself, or empty
   */
  record Amount(BigDecimal value, String unit, boolean approximate, boolean clear) {}

  /** The number of a cell; empty if it is blank, a mark such as / or 无, or another text. */
  Optional<Amount> number(String cell) {
    boolean approximate = cell.startsWith(APPROXIMATELY);
    Matcher matcher = NUMBER.matcher(approximate ? cell.substring(1) : cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1).strip();
    String unit = matcher.group(2).strip();
    if (!unit.isEmpty() && !wording.words("unit").contains(unit)) {
      return Optional.empty();
    }
    boolean clear = digits.indexOf(' ') < 0 && !digits.matches(".*" + Numeral.CHARACTERS + ".*");
    return Numeral.of(digits).map(value -> new Amount(value, unit, approximate, clear));
  }

  /** Takes a cell as a figure, or says why it is none: a blank is not zero, and neither is 无. */
  void take(Grid.Cell cell, Slot slot, Findings findings) {
    Optional<Amount> number = number(cell.text());
    if (number.isEmpty()) {
      String reason =
          cell.isBlank()
              ? "单元格空白，不当作 0"
              : wording.isBlank(cell.text()) ? "单元格不是数字，不当作 0" : "单元格读不出数字";
      findings.add(new Unplaced(slot.section(), cell.text(), reason, slot.place(cell)));
      return;
    }
    findings.add(
        new Figure(
            slot.section(),
            slot.measure(),
            slot.dimension(),
            slot.member(),
            number.get().value(),
            number.get().unit().isEmpty() ? slot.unit() : number.get().unit(),
            number.get().approximate(),
            slot.place(cell) + "：" + cell.text(),
            slot.confidence().and(number.get().clear(), Confidence.MEDIUM)));
  }

  /**
   * The place of a cell in what reports print.
   *
   * @param unit the unit of its column, for a number that carries none
   * @param table what the table is called in messages
   */
  record Slot(
      String section,
      String table,
      String measure,
      String dimension,
      String member,
      String unit,
      Confidence confidence) {

    String place(Grid.Cell cell) {
      return "%s 第%d行第%d列 %s".formatted(table, cell.row() + 1, cell.column() + 1, member);
    }
  }
}

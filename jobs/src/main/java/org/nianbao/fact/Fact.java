package org.nianbao.fact;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One figure of an edition: a cell of a result table.
 *
 * @param id table, key and column of the cell, joined by strokes; the same in every edition
 * @param label what it counts, in the words of the tables
 * @param value as the table holds it; rates between 0 and 1
 * @param unit what the text counts; % for rates, 百分点 for their changes
 * @param text the value as an official text prints it, with its unit
 * @param formula how it comes about
 * @param table the result table
 * @param key the cell's row, by column of the table's key
 * @param column the cell's column
 * @param comparable whether the year may be compared with the one before; null: not asked
 * @param reason why not, as a code of {@code seeds/reasons.csv}; null where it may be
 * @param approximate whether the town declared it as about right
 */
public record Fact(
    String id,
    String label,
    BigDecimal value,
    String unit,
    String text,
    String formula,
    String table,
    Map<String, String> key,
    String column,
    Boolean comparable,
    String reason,
    boolean approximate) {

  public boolean isZero() {
    return value.signum() == 0;
  }

  Fact printed(String otherText) {
    return new Fact(
        id,
        label,
        value,
        unit,
        otherText,
        formula,
        table,
        key,
        column,
        comparable,
        reason,
        approximate);
  }
}

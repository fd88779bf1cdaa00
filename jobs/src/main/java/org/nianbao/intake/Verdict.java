package org.nianbao.intake;

import java.time.LocalDate;
import java.util.List;

/** What becomes of a record: a row of the archive or a reject, never nothing. */
public sealed interface Verdict {

  /**
   * The record is a row of the archive.
   *
   * @param townCode the town it counts for
   * @param year the year it counts in
   * @param countedOn the day that decides its year; null where the dataset has only years
   * @param latestOn the day of the latest event it tells of; null where the dataset has only years
   * @param values in the order of the archive's columns, from the town to the last exported one
   */
  record Accepted(
      String townCode, int year, LocalDate countedOn, LocalDate latestOn, List<Object> values)
      implements Verdict {}

  /**
   * The record is kept out.
   *
   * @param rule which rule it breaks
   * @param column the header of the cell at fault, or empty where the whole record is
   * @param value the text of that cell
   * @param afterDay the date that lies after the day of the run, or null: from that day on the
   *     record is worth another look
   */
  record Rejected(Rule rule, String column, String value, LocalDate afterDay) implements Verdict {
    Rejected(Rule rule, String column, String value) {
      this(rule, column, value, null);
    }
  }
}

package org.nianbao.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The whole life of a 12345 ticket; what an export shows of it depends on the day of the export.
 *
 * @param closedAt when it is closed, maybe years later; null if never
 * @param withdrawn whether the caller takes it back, at closedAt
 */
record Ticket(
    String town,
    String id,
    String type,
    String source,
    String title,
    LocalDateTime receivedAt,
    LocalDateTime dueAt,
    LocalDateTime closedAt,
    boolean withdrawn,
    String satisfaction) {

  boolean endedBy(LocalDate day) {
    return closedAt != null && !closedAt.toLocalDate().isAfter(day);
  }

  LocalDate receivedOn() {
    return receivedAt.toLocalDate();
  }

  /** The ticket as people saw it on a day: what happened later is not there yet. */
  Ticket asOf(LocalDate day) {
    return endedBy(day)
        ? this
        : new Ticket(town, id, type, source, title, receivedAt, dueAt, null, false, "");
  }

  String status() {
    if (closedAt == null) {
      return "办理中";
    }
    return withdrawn ? "已撤单" : "已办结";
  }
}

package org.nianbao.report;

import java.util.Optional;

/** Whose report of which year a document is. */
public record ReportSubject(String townCode, String town, int year) {

  /**
   * What the user says, else what the document says itself.
   *
   * @param path where the document lies; may name town and year
   * @throws UnreadableReportException if neither names a town and a year
   */
  public static ReportSubject of(
      Document document, String path, Wording wording, PublishedReport.Told told)
      throws UnreadableReportException {
    Subject subject = new Subject(document.with(wording::plain), path, wording.towns());
    String code =
        Optional.ofNullable(told.townCode())
            .or(subject::town)
            .orElseThrow(() -> missing("town", "--town NAME-OR-CODE"));
    int year =
        Optional.ofNullable(told.year())
            .or(subject::year)
            .orElseThrow(() -> missing("year", "--year YEAR"));
    return new ReportSubject(code, wording.towns().names().get(code), year);
  }

  private static UnreadableReportException missing(String what, String option) {
    return new UnreadableReportException(
        "names no %s of the lists in its title, text or path; give it alone with %s"
            .formatted(what, option));
  }
}

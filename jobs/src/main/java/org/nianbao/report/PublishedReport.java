package org.nianbao.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one report prints.
 *
 * @param file its name, for people
 * @param townCode the town it is of
 * @param town its name
 * @param year the report year
 * @param figures what it prints, each figure once
 * @param unplaced numbers that are no figures, and cells without a number
 */
public record PublishedReport(
    String file,
    String townCode,
    String town,
    int year,
    List<Figure> figures,
    List<Unplaced> unplaced)
    implements Serializable {

  /**
   * What the user says of a report, against what it says itself.
   *
   * @param townCode null where nothing is said
   * @param year null where nothing is said
   */
  public record Told(String townCode, Integer year) implements Serializable {
    /** Nothing is said. */
    public static final Told NOTHING = new Told(null, null);
  }

  /**
   * Reads a report.
   *
   * @param file its path below the folder that the user named; may name town and year
   * @throws UnreadableReportException if the bytes are no report, or no town or year is named
   */
  public static PublishedReport read(String file, byte[] bytes, Wording wording, Told told)
      throws UnreadableReportException {
    Document document = ReportReader.read(bytes).with(wording::plain);
    ReportSubject subject = ReportSubject.of(document, file, wording, told);
    Findings findings = read(document, wording, subject.year());
    return new PublishedReport(
        file,
        subject.townCode(),
        subject.town(),
        subject.year(),
        findings.figures(),
        findings.unplaced());
  }

  private static Findings read(Document document, Wording wording, int year) {
    Findings findings = new Findings();
    Outline outline = new Outline(wording);
    Sentences sentences = new Sentences(wording, year, findings);
    List<TableReader> readers =
        List.of(
            new RequestTable(wording),
            new DisputeTable(wording),
            new DisclosureTable(wording),
            new TicketTable(wording),
            new IndicatorTable(wording, sentences));
    for (Block block : document.blocks()) {
      if (block instanceof Paragraph paragraph) {
        if (outline.leaves(paragraph.text())) {
          silent(outline, findings);
        }
        outline.enter(paragraph.text());
        sentences.read(paragraph.text(), outline, outline.section());
      } else if (block instanceof Grid table && table.width() > 0) {
        readers.stream()
            .filter(reader -> reader.recognises(table))
            .findFirst()
            .ifPresentOrElse(
                reader -> reader.read(table, outline.section(), findings),
                () -> unknown(table, outline.section(), findings));
      }
    }
    silent(outline, findings);
    return findings;
  }

  /** A section whose heading promises figures and that gave none is listed: words may hide them. */
  private static void silent(Outline outline, Findings findings) {
    String topic = outline.sectionTopic();
    if (!topic.equals(Topic.NONE)
        && !topic.equals(Topic.OUTLOOK)
        && findings.figures().stream().noneMatch(figure -> outline.covers(figure.section()))) {
      findings.add(
          new Unplaced(outline.sectionNumber(), "", "这一部分没有读出数字", outline.sectionHeading()));
    }
  }

  /** A table that no form has is listed with its rows, if it has numbers. */
  private static void unknown(Grid table, String section, Findings findings) {
    for (int row = 0; row < table.height(); row++) {
      List<String> texts = new ArrayList<>();
      table.starting(row).forEach(cell -> texts.add(cell.text()));
      if (texts.stream().anyMatch(text -> Numeral.of(text).isPresent())) {
        findings.add(
            new Unplaced(section, String.join(" ", texts), "认不出的表格", "表格第%d行".formatted(row + 1)));
      }
    }
  }
}

package org.nianbao.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nianbao.report.Block;
import org.nianbao.report.Document;
import org.nianbao.report.Grid;
import org.nianbao.report.Paragraph;
import org.nianbao.report.Wording;

/** Goes through a draft and says of every number in it what the edition knows. */
public final class Linter {
  private static final int AROUND = 14;

  private final FactSheet sheet;
  private final Wording wording;
  private final Scanner scanner;
  private final Contexts contexts;
  private final Judge judge;
  private final TableMatch tables;
  private final Set<String> headings = new HashSet<>();

  /** Holds drafts against one edition. */
  public Linter(FactSheet sheet, Neighbours neighbours, Wording wording) {
    this.sheet = sheet;
    this.wording = wording;
    this.scanner = new Scanner(wording);
    this.contexts = new Contexts(wording);
    this.judge = new Judge(sheet, neighbours, wording);
    this.tables = new TableMatch(wording, scanner);
    sheet.sentences().forEach(sentence -> headings.add(wording.plain(sentence.section())));
  }

  /** What is said of each number, in the order of the draft. */
  public List<Finding> lint(Document draft) {
    Document plain = draft.with(wording::plain);
    TableLabels printed = new TableLabels(plain, tables);
    List<Finding> findings = new ArrayList<>();
    String section = "";
    int paragraphs = 0;
    int grids = 0;
    for (Block block : plain.blocks()) {
      if (block instanceof Paragraph paragraph) {
        paragraphs++;
        if (isHeading(paragraph.text())) {
          section = paragraph.text();
        }
        prose(paragraph.text(), "第%d段".formatted(paragraphs), section, printed, findings);
      } else if (block instanceof Grid table) {
        grids++;
        table(table, "第%d个表".formatted(grids), section, findings);
      }
    }
    return findings;
  }

  private boolean isHeading(String text) {
    return headings.contains(text)
        || text.matches("(?:[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\))[^。]{1,40}");
  }

  private void prose(
      String text, String place, String section, TableLabels printed, List<Finding> findings) {
    Scanner.Found found = scanner.in(text);
    for (String other : found.others()) {
      findings.add(
          new Finding(
              place,
              section,
              other,
              snippet(text, text.indexOf(other), other.length()),
              Verdict.NO_FIGURE,
              "",
              "",
              "",
              ""));
    }
    List<Quantity> numbers = found.figures();
    List<Context> around = contexts.of(text, numbers);
    List<Judgement> judgements = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < numbers.size(); i++) {
      Quantity number = numbers.get(i);
      judgements.add(judge.prose(number, around.get(i), text.substring(from, number.start())));
      from = number.end();
    }
    judge.derive(numbers, judgements, around, printed);
    for (int i = 0; i < numbers.size(); i++) {
      Quantity number = numbers.get(i);
      if (judgements.get(i).verdict() != Verdict.NO_SOURCE || !number.spelled()) {
        findings.add(
            judgements
                .get(i)
                .finding(
                    place,
                    section,
                    text.substring(number.start(), number.end()),
                    snippet(text, number.start(), number.end() - number.start())));
      }
    }
  }

  private void table(Grid table, String place, String section, List<Finding> findings) {
    Map<Grid.Cell, FactSheet.Cell> known = tables.of(table, sheet);
    for (int row = 0; row < table.height(); row++) {
      String label = table.text(row, 0);
      for (Grid.Cell cell : table.starting(row)) {
        if (tables.isNumber(cell.text())) {
          Quantity number = scanner.in(cell.text() + "。").figures().get(0);
          Judgement judgement = judge.cell(number, known.get(cell), label);
          findings.add(
              judgement.finding(
                  "%s第%d行第%d列".formatted(place, row + 1, cell.column() + 1),
                  section,
                  cell.text(),
                  label + " 【" + cell.text() + "】"));
        }
      }
    }
  }

  private static String snippet(String text, int start, int length) {
    int from = Math.max(0, start - AROUND);
    int to = Math.min(text.length(), start + length + AROUND);
    return (from > 0 ? "…" : "")
        + text.substring(from, start)
        + "【"
        + text.substring(start, start + length)
        + "】"
        + text.substring(start + length, to)
        + (to < text.length() ? "…" : "");
  }
}

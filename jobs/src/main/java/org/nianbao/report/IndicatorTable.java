package org.nianbao.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The table of indicators of the reports for 2014 to 2018: a label, a unit and a number in each
 * row. A row is read like a sentence.
 */
final class IndicatorTable implements TableReader {
  private static final int FEWEST_ROWS = 3;

  private static final Pattern NUMBER =
      Pattern.compile("^(?:\\d+[.、]|[一二三四五六七八九十]+、|\\([^()]*\\))");

  /** What is counted only once, what is left out: words and numbers that are no figures. */
  private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");

  private final Wording wording;
  private final CellReading cells;
  private final Sentences sentences;

  IndicatorTable(Wording wording, Sentences sentences) {
    this.wording = wording;
    this.sentences = sentences;
    cells = new CellReading(wording);
  }

  @Override
  public boolean recognises(Grid table) {
    return IntStream.range(0, table.height())
            .filter(row -> indicator(table.starting(row)).isPresent())
            .count()
        >= FEWEST_ROWS;
  }

  @Override
  public void read(Grid table, String section, Findings findings) {
    Outline outline = new Outline(wording);
    for (int row = 0; row < table.height(); row++) {
      List<Grid.Cell> starting = table.starting(row);
      String label = starting.isEmpty() ? "" : starting.get(0).text();
      outline.enter(label);
      Optional<String> indicator = indicator(starting);
      if (indicator.isPresent()) {
        sentences.read(indicator.get(), outline, section);
      } else if (starting.stream().anyMatch(cell -> wording.words("unit").contains(cell.text()))) {
        findings.add(new Unplaced(section, label, "单元格没有数字，不当作 0", "统计表 " + label));
      }
    }
  }

  /** The row as a sentence, with the number before its unit. */
  private Optional<String> indicator(List<Grid.Cell> row) {
    if (row.size() != 3 || !wording.words("unit").contains(row.get(1).text())) {
      return Optional.empty();
    }
    String label =
        REMARK.matcher(NUMBER.matcher(row.get(0).text()).replaceFirst("")).replaceAll("");
    return cells
        .number(row.get(2).text())
        .map(
            number ->
                "%s:%s%s".formatted(label, number.value().toPlainString(), row.get(1).text()));
  }
}

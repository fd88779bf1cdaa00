package org.nianbao.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Table 4 of the forms since 2019: outcomes of reviews and lawsuits, one row of numbers. */
final class DisputeTable implements TableReader {
  static final String MEASURE = "disputes_by_outcome";
  private static final String DIMENSION = "kind×outcome";
  private static final String NAME = "复议诉讼表";
  private static final String UNIT = "件";

  private final Wording wording;
  private final CellReading cells;

  DisputeTable(Wording wording) {
    this.wording = wording;
    cells = new CellReading(wording);
  }

  @Override
  public boolean recognises(Grid table) {
    return lastHeader(table) >= 0 && lastHeader(table) + 1 < table.height();
  }

  @Override
  public void read(Grid table, String section, Findings findings) {
    int row = lastHeader(table) + 1;
    Map<Integer, String> columns = new TreeMap<>();
    for (int column = 0; column < table.width(); column++) {
      Optional<String> member = member(table.above(row, column));
      if (member.isPresent()) {
        columns.put(column, member.get());
      }
    }
    columns.forEach(
        (column, member) ->
            cells.take(
                table.at(row, column),
                new CellReading.Slot(
                    section, NAME, MEASURE, DIMENSION, member, UNIT, Confidence.HIGH),
                findings));
  }

  /** The row of outcomes above the numbers, or -1. */
  private int lastHeader(Grid table) {
    return IntStream.range(0, table.height())
        .filter(
            row ->
                table.rows().get(row).stream()
                        .filter(cell -> outcome(cell.text()).isPresent())
                        .count()
                    >= 4)
        .reduce(-1, (first, last) -> last);
  }

  private Optional<String> member(List<String> headers) {
    Optional<String> outcome =
        headers.stream().flatMap(header -> outcome(header).stream()).findFirst();
    Optional<String> kind =
        headers.stream()
            .flatMap(header -> wording.labels(Wording.DISPUTE_KINDS).member(header).stream())
            .findFirst();
    return kind.flatMap(name -> outcome.map(end -> name + Figure.TIMES + end));
  }

  private Optional<String> outcome(String header) {
    return wording.isTotal(header)
        ? Optional.of(Figure.TOTAL_MEMBER)
        : wording.labels(Wording.OUTCOMES).member(header);
  }
}

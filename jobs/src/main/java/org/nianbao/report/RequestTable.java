package org.nianbao.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Table 3 of the forms since 2019: what became of requests, by kinds of applicants. */
final class RequestTable implements TableReader {
  static final String MEASURE = "requests_by_outcome";
  private static final String DIMENSION = "row×applicant_kind";
  private static final String NAME = "申请情况表";
  private static final String UNIT = "件";
  private static final String SECOND_FORM = "2021";
  private static final String FIRST_FORM = "2019";

  /** A table of requests has at least so many rows that the form has. */
  private static final int FEWEST_ROWS = 5;

  private final Wording wording;
  private final CellReading cells;

  RequestTable(Wording wording) {
    this.wording = wording;
    cells = new CellReading(wording);
  }

  @Override
  public boolean recognises(Grid table) {
    return IntStream.range(0, table.height())
            .filter(row -> row(table, row, table.width(), SECOND_FORM).isPresent())
            .count()
        >= FEWEST_ROWS;
  }

  @Override
  public void read(Grid table, String section, Findings findings) {
    String form = form(table);
    SortedMap<Integer, String> columns = columns(table);
    boolean headed = !columns.isEmpty();
    if (!headed) {
      columns = lastColumns(table);
    }
    int labels = columns.isEmpty() ? 0 : columns.firstKey();
    for (int row = 0; row < table.height(); row++) {
      Optional<RequestRow> known = row(table, row, labels, form);
      if (known.isPresent()) {
        values(table, row, known.get(), columns, section, headed, findings);
      } else {
        unknown(table, row, columns, section, findings);
      }
    }
  }

  private void values(
      Grid table,
      int row,
      RequestRow known,
      Map<Integer, String> columns,
      String section,
      boolean headed,
      Findings findings) {
    columns.forEach(
        (column, kind) -> {
          CellReading.Slot slot =
              new CellReading.Slot(
                  section,
                  NAME,
                  MEASURE,
                  DIMENSION,
                  known.label() + Figure.TIMES + kind,
                  UNIT,
                  headed ? Confidence.HIGH : Confidence.LOW);
          Grid.Cell cell = table.at(row, column);
          if (cell.row() == row && cell.column() == column && cell.columnSpan() == 1) {
            cells.take(cell, slot, findings);
          } else {
            findings.add(new Unplaced(section, cell.text(), "单元格与别的单元格合并", slot.place(cell)));
          }
        });
  }

  /** A row with numbers whose label no form has. */
  private void unknown(
      Grid table, int row, Map<Integer, String> columns, String section, Findings findings) {
    boolean numbers =
        columns.keySet().stream()
            .map(column -> table.at(row, column))
            .anyMatch(cell -> cell.row() == row && cells.number(cell.text()).isPresent());
    if (numbers) {
      List<String> texts = table.starting(row).stream().map(Grid.Cell::text).toList();
      findings.add(
          new Unplaced(section, texts.get(0), "表中没有这一行", NAME + " " + String.join(" ", texts)));
    }
  }

  /** The second form alone says what other outcomes were. */
  private String form(Grid table) {
    boolean second =
        wording.requestRows().stream()
            .filter(known -> known.form().equals(SECOND_FORM) && !known.code().equals("other"))
            .anyMatch(
                known ->
                    table.rows().stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> known.isNamed(cell.text())));
    return second ? SECOND_FORM : FIRST_FORM;
  }

  /** The row of the form that one of the first cells names, the nearest to the numbers first. */
  private Optional<RequestRow> row(Grid table, int row, int labels, String form) {
    for (int column = labels - 1; column >= 0; column--) {
      String text = table.text(row, column);
      String key = RequestRow.key(text);
      Optional<RequestRow> known =
          wording.requestRows().stream()
              .filter(one -> one.isOf(form) && one.keys().contains(key))
              .findFirst();
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /** The kind of applicants, or the total, by column: the header ends where rows begin. */
  private SortedMap<Integer, String> columns(Grid table) {
    int first =
        IntStream.range(0, table.height())
            .filter(row -> row(table, row, 1, SECOND_FORM).isPresent())
            .findFirst()
            .orElse(0);
    SortedMap<Integer, String> columns = new TreeMap<>();
    for (int column = 0; column < table.width(); column++) {
      for (String header : table.above(first, column)) {
        Optional<String> kind = kind(header);
        if (kind.isPresent()) {
          columns.put(column, kind.get());
          break;
        }
      }
    }
    return columns;
  }

  private Optional<String> kind(String header) {
    return wording.isTotal(header)
        ? Optional.of(Figure.TOTAL_MEMBER)
        : wording.labels(Wording.APPLICANTS).member(header);
  }

  /** A table out of a PDF file has lost its header: the order of the form decides. */
  private SortedMap<Integer, String> lastColumns(Grid table) {
    List<String> kinds = wording.applicants();
    SortedMap<Integer, String> columns = new TreeMap<>();
    if (table.width() == kinds.size() + 2) {
      for (int i = 0; i < kinds.size(); i++) {
        columns.put(i + 1, kinds.get(i));
      }
      columns.put(table.width() - 1, Figure.TOTAL_MEMBER);
    }
    return columns;
  }
}

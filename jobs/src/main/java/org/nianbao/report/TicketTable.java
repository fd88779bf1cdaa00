package org.nianbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of 12345 tickets by type and source. Its cells are told by what they hold, so that it
 * does not matter which of them are merged, and whether the file says so.
 */
final class TicketTable implements TableReader {
  private static final String TICKETS = "tickets";
  private static final String BOTH = "type×source";
  private static final String RATE = "completion_rate";
  private static final String NAME = "工单表";
  private static final String DEFAULT_UNIT = "宗";
  private static final String PERCENT = "%";
  private final Wording wording;
  private final CellReading cells;

  TicketTable(Wording wording) {
    this.wording = wording;
    cells = new CellReading(wording);
  }

  @Override
  public boolean recognises(Grid table) {
    return table.rows().stream()
        .anyMatch(
            row ->
                row.stream().anyMatch(cell -> type(cell.text()).isPresent())
                    && row.stream().anyMatch(cell -> source(cell.text()).isPresent()));
  }

  @Override
  public void read(Grid table, String section, Findings findings) {
    new Reading(table, section, findings).read();
  }

  private Optional<String> type(String text) {
    return wording.labels(Wording.TICKET_TYPES).member(text);
  }

  private Optional<String> source(String text) {
    return wording.labels(Wording.TICKET_SOURCES).member(text);
  }

  /** One table on its way to figures. */
  private final class Reading {
    private final Grid table;
    private final String section;
    private final Findings findings;
    private final List<Grid.Cell> rates = new ArrayList<>();
    private final String unit;
    private final NamedMembers types;
    private final NamedMembers sources;
    private String type = "";

    Reading(Grid table, String section, Findings findings) {
      this.table = table;
      this.section = section;
      this.findings = findings;
      this.unit = unit();
      this.types = new NamedMembers(table, TicketTable.this::type, this::isForeign);
      this.sources = new NamedMembers(table, TicketTable.this::source, this::isForeign);
    }

    void read() {
      for (int row = 0; row < table.height(); row++) {
        row(row);
      }
      rates();
    }

    /** The unit of the header cell that has one: 数量(宗). */
    private String unit() {
      return table.rows().get(0).stream()
          .map(Grid.Cell::text)
          .flatMap(
              text ->
                  wording.words("unit").stream().filter(word -> text.endsWith("(" + word + ")")))
          .filter(word -> !word.equals(PERCENT))
          .findFirst()
          .orElse(DEFAULT_UNIT);
    }

    private void row(int row) {
      List<Grid.Cell> labels = new ArrayList<>();
      Grid.Cell counted = null;
      for (Grid.Cell cell : table.starting(row)) {
        Optional<CellReading.Amount> number = cells.number(cell.text());
        if (number.isPresent() && number.get().unit().equals(PERCENT)) {
          rates.add(cell);
        } else if (number.isPresent() && counted == null) {
          counted = cell;
        } else if (number.isEmpty() && counted == null) {
          labels.add(cell);
        }
      }
      String source = sources.in(labels);
      String own = types.in(labels);
      if (counted == null && !NamedMembers.isKnown(source)) {
        return;
      }
      if (labels.stream().anyMatch(cell -> wording.isTotal(cell.text()))) {
        total(counted, types.in(table.rows().get(row)), source);
        return;
      }
      type = own.isEmpty() ? type : own;
      if (counted != null) {
        count(counted, type, source);
      } else if (NamedMembers.isKnown(type)) {
        blank(table.starting(row), source);
      }
    }

    /** A total stands for all tickets, or for those of the type or source that its row names. */
    private void total(Grid.Cell cell, String ofType, String ofSource) {
      if (cell == null) {
        return;
      }
      if (ofType.isEmpty() && ofSource.isEmpty()) {
        take(cell, TICKETS, Figure.TOTAL, Figure.TOTAL_MEMBER);
      } else {
        count(cell, ofType, ofSource);
      }
    }

    private void count(Grid.Cell cell, String type, String source) {
      boolean ofType = NamedMembers.isKnown(type) && source.isEmpty();
      boolean ofSource = NamedMembers.isKnown(source) && type.isEmpty();
      if (NamedMembers.isKnown(type) && NamedMembers.isKnown(source)) {
        take(cell, TICKETS, BOTH, type + Figure.TIMES + source);
      } else if (ofType || ofSource) {
        take(cell, TICKETS, ofType ? "type" : "source", ofType ? type : source);
      } else {
        findings.add(new Unplaced(section, cell.text(), "看不出是哪一类工单", NAME));
      }
    }

    /** Whether a cell has a label that neither list knows. */
    private boolean isForeign(String text) {
      return !wording.isBlank(text)
          && !wording.isTotal(text)
          && cells.number(text).isEmpty()
          && type(text).isEmpty()
          && source(text).isEmpty();
    }

    private void blank(List<Grid.Cell> row, String source) {
      List<String> texts = row.stream().map(Grid.Cell::text).toList();
      findings.add(
          new Unplaced(
              section,
              type + Figure.TIMES + source,
              "单元格没有数字，不当作 0",
              NAME + " " + String.join(" ", texts)));
    }

    /** A rate that stands once in the table is that of all tickets. */
    private void rates() {
      if (rates.size() == 1) {
        take(rates.get(0), RATE, Figure.TOTAL, Figure.TOTAL_MEMBER);
        return;
      }
      for (Grid.Cell cell : rates) {
        List<String> row = table.rows().get(cell.row()).stream().map(Grid.Cell::text).toList();
        if (row.stream().anyMatch(wording::isTotal)) {
          take(cell, RATE, Figure.TOTAL, Figure.TOTAL_MEMBER);
        } else {
          findings.add(
              new Unplaced(section, cell.text(), "是部分工单的完结率", NAME + " " + String.join(" ", row)));
        }
      }
    }

    private void take(Grid.Cell cell, String measure, String dimension, String member) {
      String counted = measure.equals(RATE) ? PERCENT : unit;
      cells.take(
          cell,
          new CellReading.Slot(section, NAME, measure, dimension, member, counted, Confidence.HIGH),
          findings);
    }
  }
}

package org.nianbao.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Table 2 of the forms since 2019: what Article 20 orders to publish. Its header repeats. */
final class DisclosureTable implements TableReader {
  static final String MEASURE = "active_disclosure";
  private static final String DIMENSION = "item×column";
  private static final String NAME = "主动公开表";

  /** A note in a header: (单位:万元). */
  private static final Pattern NOTE = Pattern.compile("\\((?:单位)?[:]?([^()]*)\\)");

  private final Wording wording;
  private final CellReading cells;

  DisclosureTable(Wording wording) {
    this.wording = wording;
    cells = new CellReading(wording);
  }

  @Override
  public boolean recognises(Grid table) {
    boolean items = false;
    boolean columns = false;
    for (List<Grid.Cell> row : table.rows()) {
      items |= item(row.get(0).text()).isPresent();
      columns |= row.stream().skip(1).anyMatch(cell -> column(cell.text()).isPresent());
    }
    return items && columns;
  }

  @Override
  public void read(Grid table, String section, Findings findings) {
    Map<Integer, Grid.Cell> header = new TreeMap<>();
    for (int row = 0; row < table.height(); row++) {
      Optional<String> item = item(table.text(row, 0));
      List<Grid.Cell> starting = table.starting(row).stream().filter(c -> c.column() > 0).toList();
      if (starting.stream().anyMatch(cell -> column(cell.text()).isPresent())) {
        header.clear();
        starting.forEach(cell -> header.put(cell.column(), cell));
      } else if (item.isPresent()) {
        starting.stream()
            .filter(cell -> header.containsKey(cell.column()))
            .forEach(cell -> value(cell, item.get(), header.get(cell.column()), section, findings));
      }
    }
  }

  private void value(
      Grid.Cell cell, String item, Grid.Cell header, String section, Findings findings) {
    Optional<String> column = column(header.text());
    if (column.isPresent()) {
      cells.take(
          cell,
          new CellReading.Slot(
              section,
              NAME,
              MEASURE,
              DIMENSION,
              item + Figure.TIMES + column.get(),
              unit(header.text(), column.get()),
              Confidence.HIGH),
          findings);
    }
  }

  /** The unit that the header prints, else that of the form. */
  private String unit(String header, String column) {
    Matcher note = NOTE.matcher(header);
    return note.find() && wording.words("unit").contains(note.group(1))
        ? note.group(1)
        : wording.disclosureUnits().getOrDefault(column, "");
  }

  private Optional<String> item(String text) {
    return label(text).filter(name -> !isColumn(name));
  }

  private Optional<String> column(String text) {
    return label(text).filter(this::isColumn);
  }

  /** Columns have a unit; items have none. */
  private boolean isColumn(String label) {
    return !wording.disclosureUnits().getOrDefault(label, "").isEmpty();
  }

  private Optional<String> label(String text) {
    return wording.labels(Wording.DISCLOSURE).member(NOTE.matcher(text).replaceAll(""));
  }
}

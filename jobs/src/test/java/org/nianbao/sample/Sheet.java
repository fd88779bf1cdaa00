package org.nianbao.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The cells of an export, and the blemishes that offices leave in them. */
final class Sheet {
  private final List<List<String>> above = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<List<String>> records = new ArrayList<>();

  private Sheet() {}

  static <T> Sheet of(List<Column<T>> columns, List<T> rows) {
    Sheet sheet = new Sheet();
    for (Column<T> column : columns) {
      sheet.header.add(column.header());
      sheet.types.add(column.type());
    }
    for (T row : rows) {
      List<String> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(column.text().apply(row)));
      sheet.records.add(cells);
    }
    return sheet;
  }

  /** A first column 序号 that counts the records. */
  Sheet numbered() {
    header.add(0, "序号");
    types.add(0, "BIGINT");
    for (int i = 0; i < records.size(); i++) {
      records.get(i).add(0, String.valueOf(i + 1));
    }
    return this;
  }

  /** A title above the header. */
  Sheet titled(String title) {
    above.add(padded(title));
    return this;
  }

  /** A last row with a total in its second cell. */
  Sheet total(String label, int number) {
    return appended(label, String.valueOf(number));
  }

  /** A last row; cells that are not given are empty. */
  Sheet appended(String... cells) {
    records.add(padded(cells));
    return this;
  }

  /** A row with one cell too many, as an unquoted comma leaves it. */
  Sheet split(int index, String extra) {
    records.get(index).add(extra);
    return this;
  }

  /** The header once more, as in files that were merged by hand. */
  Sheet headerAgain(int index) {
    records.add(index, new ArrayList<>(header));
    return this;
  }

  /** Exact copies of some records, each right below the record. */
  Sheet copied(Integer... indexes) {
    List<Integer> last = new ArrayList<>(List.of(indexes));
    last.sort(Collections.reverseOrder());
    for (int index : last) {
      records.add(index + 1, new ArrayList<>(records.get(index)));
    }
    return this;
  }

  Sheet changed(int index, String column, String text) {
    records.get(index).set(header.indexOf(column), text);
    return this;
  }

  private List<String> padded(String... cells) {
    List<String> padded = new ArrayList<>(List.of(cells));
    while (padded.size() < header.size()) {
      padded.add("");
    }
    return padded;
  }

  int size() {
    return records.size();
  }

  List<String> header() {
    return header;
  }

  List<String> types() {
    return types;
  }

  /** Every line of the file: titles, the header, the records. */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>(above);
    lines.add(header);
    lines.addAll(records);
    return lines;
  }
}

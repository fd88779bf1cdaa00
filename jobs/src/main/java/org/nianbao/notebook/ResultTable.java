package org.nianbao.notebook;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result table of a run, or some of its rows. A choice of rows is a new table: {@code
 * trends.town("东坑镇").year(2017).where("measure", "tickets")}.
 */
public final class ResultTable {
  private final String name;
  private final String title;
  private final String grain;
  private final List<String> key;
  private final List<Column> columns;
  private final List<TableRow> rows;

  ResultTable(
      String name,
      String title,
      String grain,
      List<String> key,
      List<Column> columns,
      Stream<List<String>> cells) {
    this.name = name;
    this.title = title;
    this.grain = grain;
    this.key = List.copyOf(key);
    this.columns = List.copyOf(columns);
    this.rows = cells.map(row -> new TableRow(this, row)).toList();
  }

  public String name() {
    return name;
  }

  /** The Chinese title. */
  public String title() {
    return title;
  }

  /** What one row is. */
  public String grain() {
    return grain;
  }

  /** The columns that identify a row; in some of them an empty cell is a value, too. */
  public List<String> key() {
    return key;
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * A column by its name.
   *
   * @throws IllegalArgumentException if there is none, with the names that there are
   */
  public Column column(String column) {
    return columns.get(indexOf(column));
  }

  int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    String known = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "Cannot read %s of %s: there is no such column; the columns are %s"
            .formatted(column, name, known));
  }

  /** The rows, in the order of the file. */
  public List<TableRow> rows() {
    return rows;
  }

  /** The rows of a town, by its name or its code. */
  public ResultTable town(String town) {
    return where(row -> row.text("town").equals(town) || row.text("town_code").equals(town));
  }

  /** The rows of a report year. */
  public ResultTable year(int year) {
    return where("year", String.valueOf(year));
  }

  /** The rows with a text in a column; an empty text stands for what is not known. */
  public ResultTable where(String column, String text) {
    return where(row -> row.text(column).equals(text));
  }

  /** The rows of which something is true. */
  public ResultTable where(Predicate<TableRow> which) {
    return new ResultTable(
        name, title, grain, key, columns, rows.stream().filter(which).map(TableRow::cells));
  }

  /**
   * The only row.
   *
   * @throws IllegalStateException if there are none or several: the filters do not name one
   */
  public TableRow one() {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "Cannot take one row of %s: there are %d; a row is: %s"
              .formatted(name, rows.size(), grain));
    }
    return rows.get(0);
  }

  /**
   * The rows as an HTML table with the Chinese names of the columns; numbers to the right, empty
   * cells empty.
   *
   * @param shown names of columns in the order to show; none: all
   */
  public String html(String... shown) {
    List<Column> picked = shown.length == 0 ? columns : Stream.of(shown).map(this::column).toList();
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    picked.forEach(column -> html.append(cell("th", column, column.heading())));
    html.append("</tr></thead>\n<tbody>\n");
    for (TableRow row : rows) {
      html.append("<tr>");
      picked.forEach(column -> html.append(cell("td", column, row.text(column.name()))));
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>").toString();
  }

  private static String cell(String tag, Column column, String text) {
    String align = column.isNumber() ? "right" : "left";
    return "<%s style=\"text-align:%s\">%s</%s>".formatted(tag, align, escaped(text), tag);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

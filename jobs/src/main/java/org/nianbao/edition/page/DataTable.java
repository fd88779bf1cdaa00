package org.nianbao.edition.page;

import java.math.BigDecimal;
import org.jsoup.nodes.Element;

/**
 * A table in the making. Its numbers stand in it twice: as they are printed, and as the result
 * tables hold them ({@code data-value}), by which rows are sorted and charts are drawn.
 */
final class DataTable {
  private final Element table;
  private final Element head;
  private final Element body;

  /** Adds a table, in a frame that scrolls on its own where the page is narrow. */
  DataTable(Element parent, String caption) {
    Element frame = parent.appendElement("div").addClass("frame");
    frame.attr("role", "region").attr("tabindex", "0").attr("aria-label", caption);
    table = frame.appendElement("table");
    table.appendElement("caption").text(caption);
    head = table.appendElement("thead").appendElement("tr");
    body = table.appendElement("tbody");
  }

  /** Lets the reader sort it by any column. */
  DataTable sortable(String id) {
    table.attr("id", id).addClass("sortable");
    return this;
  }

  /** Adds a column of texts. */
  DataTable texts(String label) {
    head.appendElement("th").attr("scope", "col").text(label);
    return this;
  }

  /** Adds a column of numbers. */
  DataTable numbers(String label, String unit) {
    Element cell = head.appendElement("th").attr("scope", "col").addClass("n").text(label);
    if (!unit.isEmpty()) {
      cell.attr("data-unit", unit);
    }
    return this;
  }

  /** Gives the last column a name by which the scripts of the page find it. */
  DataTable as(String role) {
    head.lastElementChild().attr("data-role", role);
    return this;
  }

  /** Begins a row. */
  Row row() {
    return new Row(body.appendElement("tr"));
  }

  /** One row in the making, from left to right. */
  static final class Row {
    private final Element row;

    private Row(Element row) {
      this.row = row;
    }

    /** What the row is about. */
    Row head(String text) {
      row.appendElement("th").attr("scope", "row").text(text);
      return this;
    }

    /** A text; null: an empty cell. */
    Row text(String text) {
      row.appendElement("td").text(text == null ? "" : text);
      return this;
    }

    /** A number as it is printed. */
    Row number(BigDecimal value, String text) {
      Element cell = row.appendElement("td").addClass("n").text(text);
      cell.attr("data-value", value.toPlainString());
      return this;
    }

    /** Words in the place of a number that is not known or not told. */
    Row instead(String words) {
      row.appendElement("td").addClass("n instead").text(words);
      return this;
    }

    /** A word in a colour that says the same. */
    Row status(String text, String kind) {
      row.appendElement("td").appendElement("span").addClass("status " + kind).text(text);
      return this;
    }

    /** Links of a cell are added to what this gives. */
    Element cell() {
      return row.appendElement("td");
    }
  }
}

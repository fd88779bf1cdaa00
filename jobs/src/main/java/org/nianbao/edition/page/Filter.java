package org.nianbao.edition.page;

import java.util.Collection;
import org.jsoup.nodes.Element;

/** The controls above a table: words, and choices by column. The script shows and obeys them. */
final class Filter {
  private final Element form;

  private Filter(Element form) {
    this.form = form;
  }

  /** Adds controls for the table of an id. */
  static Filter of(Element section, String table) {
    Element form = section.appendElement("form").addClass("filter").attr("hidden", true);
    form.attr("data-for", table).attr("role", "search");
    Element label = form.appendElement("label");
    label.appendElement("span").text("筛选");
    label.appendElement("input").attr("type", "search").attr("placeholder", "输入文字，空格隔开几个词");
    form.appendElement("output").attr("aria-live", "polite");
    return new Filter(form);
  }

  /**
   * Adds a choice of one value of a column.
   *
   * @param chosen from the start; empty: all
   */
  Filter choice(String label, String role, Collection<String> values, String chosen) {
    Element field = form.lastElementChild().before("<label></label>").previousElementSibling();
    field.appendElement("span").text(label);
    Element select = field.appendElement("select").attr("data-column", role);
    select.appendElement("option").attr("value", "").text("全部");
    for (String value : values) {
      Element option = select.appendElement("option").attr("value", value).text(value);
      option.attr("selected", value.equals(chosen));
    }
    return this;
  }
}

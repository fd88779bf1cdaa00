package org.nianbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Reads the paragraphs and tables of a web page, as a browser would lay them out. */
final class WebPage implements NodeFilter {
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private WebPage() {}

  static Document read(String html) {
    org.jsoup.nodes.Document page = Jsoup.parse(html);
    WebPage reader = new WebPage();
    page.body().filter(reader);
    reader.endLine();
    return new Document(page.title(), reader.blocks);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      line.append(text.getWholeText().replaceAll("\\s+", " "));
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (element.is("script, style, noscript, template, select, button")) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element.isBlock() || element.is("br, td, th")) {
      endLine();
    }
    if (element.is("table") && holdsData(element)) {
      blocks.add(grid(element));
      return FilterResult.SKIP_ENTIRELY;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      endLine();
    }
    return FilterResult.CONTINUE;
  }

  private void endLine() {
    if (!line.toString().isBlank()) {
      blocks.add(new Paragraph(line.toString().strip()));
    }
    line.setLength(0);
  }

  /** A table that holds tables, or one cell, only lays out the page. */
  private static boolean holdsData(Element table) {
    return table.select("table").size() == 1 && table.select("td, th").size() > 2;
  }

  private static Grid grid(Element table) {
    Grid.Builder grid = new Grid.Builder();
    for (Element row : table.select("tr")) {
      grid.row();
      for (Element cell : row.children()) {
        if (cell.is("td, th")) {
          grid.cell(cell.text(), span(cell, "rowspan"), span(cell, "colspan"));
        }
      }
    }
    return grid.build(true);
  }

  private static int span(Element cell, String attribute) {
    String digits = cell.attr(attribute).strip().toLowerCase(Locale.ROOT);
    return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 1;
  }
}

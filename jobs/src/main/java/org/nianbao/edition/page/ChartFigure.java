package org.nianbao.edition.page;

import java.math.BigDecimal;
import org.jsoup.nodes.Element;
import org.nianbao.edition.plot.Plot;
import org.nianbao.edition.plot.Plot.Series;

/** A chart above its table. The script draws the chart from the table: they cannot differ. */
final class ChartFigure {
  private ChartFigure() {}

  /** Adds a plot; where no number is known, it says so instead. */
  static void add(Element parent, Plot plot) {
    Element figure = parent.appendElement("figure");
    figure.appendElement("figcaption").text(plot.title());
    if (!plot.hasNumbers()) {
      figure.appendElement("p").addClass("none").text("没有可以画图的数据。");
      return;
    }
    figure.attr("data-chart", kind(plot));
    canvas(figure, plot.title());
    table(data(figure), plot);
  }

  /** The place of the drawing: a reader that cannot see it is sent to the table. */
  static void canvas(Element figure, String title) {
    figure
        .appendElement("div")
        .addClass("chart")
        .attr("role", "img")
        .attr("aria-label", title + "（图，数据见图下的表）");
  }

  /** The place of the table. */
  static Element data(Element figure) {
    Element details = figure.appendElement("details");
    details.appendElement("summary").text("数据表");
    return details;
  }

  private static String kind(Plot plot) {
    return switch (plot.kind()) {
      case STACKED_COLUMNS -> "columns";
      case LINES -> "lines";
      case BARS -> "bars";
    };
  }

  private static void table(Element parent, Plot plot) {
    DataTable table = new DataTable(parent, plot.title()).texts(plot.subject());
    for (Series series : plot.series()) {
      table.numbers(series.name(), series.unit());
    }
    for (int i = 0; i < plot.categories().size(); i++) {
      DataTable.Row row = table.row().head(plot.categories().get(i));
      for (Series series : plot.series()) {
        BigDecimal value = series.values().get(i);
        if (value == null) {
          row.instead(Numbers.MISSING);
        } else {
          row.number(value, Numbers.of(value, series.unit()));
        }
      }
    }
  }
}

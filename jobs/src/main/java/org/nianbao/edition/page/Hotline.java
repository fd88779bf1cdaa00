package org.nianbao.edition.page;

import java.math.BigDecimal;
import java.util.List;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Edition;
import org.nianbao.edition.plot.TrendPlots;
import org.nianbao.fact.Units;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Tickets;
import org.nianbao.yearly.Measures;
import org.nianbao.yearly.TicketHandling;

/** 12345 tickets of the year: what they are about, when they came, how they were settled. */
final class Hotline {
  private static final List<Field> NUMBERS =
      List.of(
          TicketHandling.TICKETS,
          TicketHandling.CLOSED,
          TicketHandling.CLOSED_BY_YEAR_END,
          TicketHandling.MEDIAN_DAYS,
          TicketHandling.P90_DAYS,
          TicketHandling.ON_TIME_RATE);

  private final Units units;

  Hotline(Seeds seeds) {
    this.units = new Units(seeds);
  }

  void add(Element section, TrendPlots plots, Edition edition) {
    String dataset = Tickets.ARCHIVE.dataset();
    Element figures = section.appendElement("div").addClass("figures");
    ChartFigure.add(figures, plots.typesAndSources(edition.year()));
    ChartFigure.add(figures, plots.months(edition.year()));
    ChartFigure.add(figures, plots.overYears(Measures.TICKET_COMPLETION_RATE, dataset));
    ChartFigure.add(figures, plots.overYears(Measures.TICKET_MEDIAN_DAYS, dataset));
    List<ResultRow> rows = edition.town().rows(TicketHandling.TABLE, edition.year());
    if (!rows.isEmpty()) {
      handling(section, rows);
    }
  }

  private void handling(Element section, List<ResultRow> rows) {
    DataTable table = new DataTable(section, TicketHandling.TABLE.label()).sortable("handling");
    table.texts(TicketHandling.TICKET_TYPE.label());
    for (Field field : NUMBERS) {
      String unit = units.of(rows.get(0), field);
      table.numbers(field.label() + (field.isRate() ? "" : "（" + unit + "）"), unit);
    }
    for (ResultRow row : rows) {
      DataTable.Row line = table.row().head(row.shown(TicketHandling.TICKET_TYPE));
      for (Field field : NUMBERS) {
        BigDecimal number = row.number(field);
        if (number == null) {
          line.text("");
        } else {
          line.number(number, Numbers.of(number, units.of(row, field)));
        }
      }
    }
  }
}

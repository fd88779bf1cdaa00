package org.nianbao.edition.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Edition;
import org.nianbao.edition.Terms;
import org.nianbao.fact.Fact;
import org.nianbao.table.ResultRow;
import org.nianbao.yearly.PublicationsByChannel;

/** What was published on each channel in the year. */
final class Channels {
  private final Terms terms;

  Channels(Terms terms) {
    this.terms = terms;
  }

  void add(Element section, Edition edition) {
    List<ResultRow> rows = edition.town().rows(PublicationsByChannel.TABLE, edition.year());
    if (rows.isEmpty()) {
      return;
    }
    DataTable table = new DataTable(section, PublicationsByChannel.TABLE.label());
    table.sortable("channels").texts(PublicationsByChannel.CHANNEL.label());
    table.numbers(PublicationsByChannel.ITEMS.label(), "");
    table.texts(PublicationsByChannel.BASIS.label());
    for (ResultRow row : rows) {
      DataTable.Row line = table.row().head(row.shown(PublicationsByChannel.CHANNEL));
      Optional<Fact> items =
          edition
              .facts()
              .get(
                  PublicationsByChannel.TABLE,
                  PublicationsByChannel.ITEMS,
                  row.text(PublicationsByChannel.CHANNEL));
      items.ifPresentOrElse(
          fact -> line.number(fact.value(), fact.text()), () -> line.instead(Numbers.MISSING));
      String basis = row.text(PublicationsByChannel.BASIS);
      line.text(basis == null ? "" : terms.label(PublicationsByChannel.BASIS, basis).orElse(basis));
    }
    section.appendElement("p").addClass("note").text("同一信息可能在几个渠道发布，各渠道的条数不能相加为信息条数。");
  }
}

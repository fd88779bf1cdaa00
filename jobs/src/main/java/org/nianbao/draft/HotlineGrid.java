package org.nianbao.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.seed.SeedRow;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Tickets;
import org.nianbao.yearly.Measures;
import org.nianbao.yearly.TicketsByTypeAndSource;

/**
 * The 12345 table as reports print it: sources within types, and one completion rate over all rows.
 * A combination without tickets is not printed.
 */
final class HotlineGrid {
  private HotlineGrid() {}

  /** None where no count by type and source may be told. */
  static Optional<Grid> of(Material material, Fact total) {
    Map<String, List<ResultRow>> types = byType(material);
    if (types.isEmpty()) {
      return Optional.empty();
    }
    List<List<Grid.Cell>> rows = new ArrayList<>();
    Field tickets = TicketsByTypeAndSource.TICKETS;
    rows.add(
        List.of(
            Grid.Cell.heading(Tickets.TICKET_TYPE.label()),
            Grid.Cell.heading(Tickets.TICKET_SOURCE.label()),
            Grid.Cell.heading("数量（%s）".formatted(tickets.unit())),
            Grid.Cell.heading(TicketsByTypeAndSource.COMPLETION_RATE.label())));
    Optional<Fact> rate = material.total(Measures.TICKET_COMPLETION_RATE);
    int height = types.values().stream().mapToInt(List::size).sum() + 1;
    for (List<ResultRow> ofType : types.values()) {
      for (int i = 0; i < ofType.size(); i++) {
        ResultRow row = ofType.get(i);
        List<Grid.Cell> cells = new ArrayList<>();
        if (i == 0) {
          cells.add(Grid.Cell.of(row.shown(Tickets.TICKET_TYPE)).spanning(ofType.size(), 1));
        }
        cells.add(Grid.Cell.of(row.shown(Tickets.TICKET_SOURCE)));
        cells.add(count(cell(material, row)));
        if (rows.size() == 1) {
          Grid.Cell merged =
              rate.map(fact -> Grid.Cell.of(new Piece.Figure(fact)))
                  .orElse(Grid.Cell.of(new Piece.Blank()));
          cells.add(merged.spanning(height, 1));
        }
        rows.add(cells);
      }
    }
    rows.add(List.of(Grid.Cell.of("总计").spanning(1, 2), count(total)));
    return Optional.of(new Grid("%d年12345政府服务热线工单处理情况".formatted(material.year()), 1, rows));
  }

  private static Fact cell(Material material, ResultRow row) {
    return material
        .facts()
        .get(
            TicketsByTypeAndSource.TABLE,
            TicketsByTypeAndSource.TICKETS,
            row.text(Tickets.TICKET_TYPE),
            row.text(Tickets.TICKET_SOURCE))
        .orElseThrow();
  }

  private static Grid.Cell count(Fact fact) {
    return Grid.Cell.of(new Piece.Figure(fact, fact.value().toPlainString()));
  }

  private static Map<String, List<ResultRow>> byType(Material material) {
    Map<String, List<ResultRow>> byType = new LinkedHashMap<>();
    material.town().rows(TicketsByTypeAndSource.TABLE, material.year()).stream()
        .filter(row -> row.number(TicketsByTypeAndSource.TICKETS).signum() != 0)
        .sorted(
            Comparator.comparingInt((ResultRow row) -> place(material, row, Tickets.TICKET_TYPE))
                .thenComparingInt(row -> place(material, row, Tickets.TICKET_SOURCE)))
        .forEach(
            row ->
                byType
                    .computeIfAbsent(row.text(Tickets.TICKET_TYPE), type -> new ArrayList<>())
                    .add(row));
    return byType;
  }

  private static int place(Material material, ResultRow row, Field code) {
    List<String> order =
        material.seeds().rows(code.vocabulary()).stream()
            .map((SeedRow one) -> one.get("code"))
            .toList();
    return Material.place(order, row.text(code));
  }
}

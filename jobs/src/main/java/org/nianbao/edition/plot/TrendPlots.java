package org.nianbao.edition.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nianbao.edition.plot.Plot.Kind;
import org.nianbao.edition.plot.Plot.Series;
import org.nianbao.fact.TownResults;
import org.nianbao.fact.Units;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Publications;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Tickets;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.yearly.PublicationsByCategory;
import org.nianbao.yearly.TicketsByMonth;
import org.nianbao.yearly.TicketsByTypeAndSource;

/** The charts of an edition: the town over the years. */
public final class TrendPlots {
  private static final String YEARS = "年度";
  private static final int MONTHS = 12;

  private final Seeds seeds;
  private final Units units;
  private final TownResults town;
  private final List<Integer> years;

  public TrendPlots(Seeds seeds, TownResults town) {
    this.seeds = seeds;
    this.units = new Units(seeds);
    this.town = town;
    this.years =
        town.years().isEmpty()
            ? List.of()
            : IntStream.rangeClosed(town.years().first(), town.years().last()).boxed().toList();
  }

  /** All of them, for a report year. */
  public List<Plot> of(int year) {
    return List.of(categories(), types(), months(year), handling());
  }

  /** Publications on the platform of record by category, over the years. */
  public Plot categories() {
    return split("publications", PublicationsByCategory.CATEGORY, publications());
  }

  private Plot types() {
    return split("tickets", TicketsByTypeAndSource.TICKET_TYPE, tickets());
  }

  private static String publications() {
    return Publications.ARCHIVE.dataset();
  }

  private static String tickets() {
    return Tickets.ARCHIVE.dataset();
  }

  /** A total over the years, by its members. */
  private Plot split(String measure, Field dimension, String dataset) {
    Map<String, String> members = new LinkedHashMap<>();
    Map<List<Object>, BigDecimal> values = new LinkedHashMap<>();
    for (ResultRow row : town.rows(Trends.TABLE)) {
      if (measure.equals(row.text(Shared.MEASURE))
          && dimension.name().equals(row.text(Trends.DIMENSION))) {
        String member = row.text(Trends.MEMBER);
        members.putIfAbsent(member, row.shown(Trends.MEMBER));
        values.put(List.of(member, row.value(Shared.YEAR)), known(row, dataset));
      }
    }
    List<Series> series = new ArrayList<>();
    for (String member : inOrder(members, dimension)) {
      series.add(
          new Series(
              members.get(member),
              units.of(measure),
              byYear(year -> values.get(List.of(member, year)))));
    }
    String title =
        "%s：各年分%s"
            .formatted(seeds.labels(Shared.MEASURE.vocabulary()).get(measure), dimension.label());
    return new Plot(title, Kind.STACKED_COLUMNS, YEARS, labels(dataset), series);
  }

  /** A number; no zero of a year that exports do not cover wholly. */
  private BigDecimal known(ResultRow row, String dataset) {
    BigDecimal number = row.number(Trends.VALUE);
    boolean sure = number == null || number.signum() != 0 || isWhole(dataset, row);
    return sure ? number : null;
  }

  private boolean isWhole(String dataset, ResultRow row) {
    return Coverage.COMPLETE.equals(town.status(dataset, (Integer) row.value(Shared.YEAR)));
  }

  /** Members as the lists have them, then those of their own. */
  private List<String> inOrder(Map<String, String> members, Field dimension) {
    List<String> order = new ArrayList<>(seeds.labels(dimension.vocabulary()).keySet());
    order.retainAll(members.keySet());
    members.keySet().stream().filter(member -> !order.contains(member)).forEach(order::add);
    return order;
  }

  /** Tickets by month of receipt, beside those of the year before. */
  public Plot months(int year) {
    List<String> months = IntStream.rangeClosed(1, MONTHS).mapToObj(month -> month + "月").toList();
    return new Plot(
        "12345热线工单：各月受理", Kind.LINES, "月份", months, List.of(ofMonths(year - 1), ofMonths(year)));
  }

  /** No tickets of a kind in a complete year are zero; in any other year nobody knows. */
  private BigDecimal none(int year) {
    return Coverage.COMPLETE.equals(town.status(tickets(), year)) ? BigDecimal.ZERO : null;
  }

  private Series ofMonths(int year) {
    BigDecimal none = none(year);
    List<BigDecimal> values = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      int wanted = month;
      values.add(
          town.rows(TicketsByMonth.TABLE, year).stream()
              .filter(row -> row.value(TicketsByMonth.MONTH).equals(wanted))
              .map(row -> row.number(TicketsByMonth.TICKETS))
              .findFirst()
              .orElse(none));
    }
    return new Series(label(tickets(), year), units.of("tickets"), values);
  }

  /** Tickets of a year by type, and within each by source. */
  public Plot typesAndSources(int year) {
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    Map<List<String>, BigDecimal> values = new LinkedHashMap<>();
    for (ResultRow row : town.rows(TicketsByTypeAndSource.TABLE, year)) {
      String type = row.text(TicketsByTypeAndSource.TICKET_TYPE);
      String source = row.text(TicketsByTypeAndSource.TICKET_SOURCE);
      types.putIfAbsent(type, row.shown(TicketsByTypeAndSource.TICKET_TYPE));
      sources.putIfAbsent(source, row.shown(TicketsByTypeAndSource.TICKET_SOURCE));
      values.put(List.of(type, source), row.number(TicketsByTypeAndSource.TICKETS));
    }
    List<String> rows = inOrder(types, TicketsByTypeAndSource.TICKET_TYPE);
    List<Series> series = new ArrayList<>();
    for (String source : inOrder(sources, TicketsByTypeAndSource.TICKET_SOURCE)) {
      List<BigDecimal> ofTypes = new ArrayList<>();
      rows.forEach(type -> ofTypes.add(values.getOrDefault(List.of(type, source), none(year))));
      series.add(new Series(sources.get(source), units.of("tickets"), ofTypes));
    }
    return new Plot(
        label(tickets(), year) + "12345热线工单：类型和来源",
        Kind.BARS,
        TicketsByTypeAndSource.TICKET_TYPE.label(),
        rows.stream().map(types::get).toList(),
        series);
  }

  /** A measure over the years. */
  public Plot overYears(String measure, String dataset) {
    return new Plot(
        seeds.labels(Shared.MEASURE.vocabulary()).get(measure) + "：各年",
        Kind.LINES,
        YEARS,
        labels(dataset),
        List.of(ofMeasure(measure)));
  }

  private Plot handling() {
    return new Plot(
        "12345热线工单：完结率和办理时长中位数",
        Kind.LINES,
        YEARS,
        labels(tickets()),
        List.of(ofMeasure("ticket_completion_rate"), ofMeasure("ticket_median_days")));
  }

  private Series ofMeasure(String measure) {
    Map<Object, BigDecimal> values = new LinkedHashMap<>();
    for (ResultRow row : town.rows(YearlyMeasures.TABLE)) {
      if (measure.equals(row.text(Shared.MEASURE))) {
        values.put(row.value(Shared.YEAR), row.number(YearlyMeasures.VALUE));
      }
    }
    String unit = units.of(measure);
    String name = seeds.labels(Shared.MEASURE.vocabulary()).get(measure) + "（" + unit + "）";
    return new Series(name, unit, byYear(values::get));
  }

  private List<BigDecimal> byYear(IntFunction<BigDecimal> value) {
    List<BigDecimal> values = new ArrayList<>();
    years.forEach(year -> values.add(value.apply(year)));
    return values;
  }

  private List<String> labels(String dataset) {
    return years.stream().map(year -> label(dataset, year)).toList();
  }

  /** The year, with what its exports lack. */
  private String label(String dataset, int year) {
    String lack =
        switch (town.status(dataset, year)) {
          case Coverage.COMPLETE -> "";
          case Coverage.PARTIAL -> "（不完整）";
          default -> "（缺）";
        };
    return year + "年" + lack;
  }
}

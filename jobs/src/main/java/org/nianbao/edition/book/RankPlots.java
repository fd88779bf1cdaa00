package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.nianbao.edition.plot.Plot;
import org.nianbao.edition.plot.Plot.Kind;
import org.nianbao.edition.plot.Plot.Series;
import org.nianbao.fact.Units;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.trend.TownComparison;

/** The charts of a comparison: the towns by rank, in the last year that has ranks. */
final class RankPlots {
  /** One town alone has nobody to be compared with. */
  private static final int FEWEST = 2;

  private final Formats formats;
  private final Units units;

  RankPlots(Seeds seeds, Formats formats) {
    this.formats = formats;
    this.units = new Units(seeds);
  }

  /** One chart per measure that tells towns apart, of the rows of the comparison. */
  List<Plot> of(List<ResultRow> rows) {
    List<ResultRow> ranked =
        rows.stream().filter(row -> row.value(TownComparison.RANK) != null).toList();
    OptionalInt year = ranked.stream().mapToInt(RankPlots::year).max();
    Map<String, List<ResultRow>> byMeasure = new LinkedHashMap<>();
    ranked.stream()
        .filter(row -> year(row) == year.orElseThrow())
        .forEach(
            row ->
                byMeasure
                    .computeIfAbsent(row.text(Shared.MEASURE), any -> new ArrayList<>())
                    .add(row));
    return byMeasure.values().stream()
        .filter(towns -> towns.stream().map(this::value).distinct().count() >= FEWEST)
        .map(this::plot)
        .toList();
  }

  private Plot plot(List<ResultRow> towns) {
    List<ResultRow> inOrder =
        towns.stream()
            .sorted(Comparator.comparing(row -> row.number(TownComparison.RANK)))
            .toList();
    ResultRow first = inOrder.get(0);
    String measure = first.text(Shared.MEASURE);
    boolean perHead = formats.isRankedPerHead(measure);
    String unit = units.of(measure);
    String title =
        "%d年%s%s".formatted(year(first), first.shown(Shared.MEASURE), perHead ? "（每万人）" : "");
    Series series =
        new Series(
            perHead ? "每万人" + unit + "数" : first.shown(Shared.MEASURE),
            unit,
            inOrder.stream().map(this::value).toList());
    return new Plot(
        title,
        Kind.BARS,
        "镇街（位次和位次范围）",
        inOrder.stream().map(RankPlots::label).toList(),
        List.of(series));
  }

  private BigDecimal value(ResultRow row) {
    return row.number(
        formats.isRankedPerHead(row.text(Shared.MEASURE))
            ? TownComparison.PER_10K
            : TownComparison.VALUE);
  }

  /** The town, its rank, and the ranks that chance leaves open. */
  private static String label(ResultRow row) {
    String low = row.text(TownComparison.RANK_LOW);
    String high = row.text(TownComparison.RANK_HIGH);
    String band = low == null || low.equals(high) ? "" : "（%s–%s）".formatted(low, high);
    return "%s 第%s位%s".formatted(row.text(Shared.TOWN), row.text(TownComparison.RANK), band);
  }

  private static int year(ResultRow row) {
    return (Integer) row.value(Shared.YEAR);
  }
}

package org.nianbao.edition.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nianbao.edition.Terms;
import org.nianbao.fact.Rendering;
import org.nianbao.fact.Units;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.trend.TownComparison;

/**
 * The cells of rows that compare towns: value, what it is ranked by, rank and band, or why none.
 */
final class Ranking {
  private final Units units;
  private final Terms terms;
  private final Map<String, String> rankedBy = new LinkedHashMap<>();

  Ranking(Seeds seeds, Terms terms) {
    this.units = new Units(seeds);
    this.terms = terms;
    for (SeedRow measure : seeds.rows(Shared.MEASURE.vocabulary())) {
      rankedBy.put(measure.get("code"), measure.get("ranked_by"));
    }
  }

  /** The column that the towns are ranked by; empty where a measure ranks nobody. */
  String rankedBy(String measure) {
    return rankedBy.getOrDefault(measure, "");
  }

  String unit(String measure) {
    return units.of(measure);
  }

  /** Rows with the measures as the list has them. */
  List<ResultRow> inOrder(List<ResultRow> rows) {
    List<String> order = List.copyOf(rankedBy.keySet());
    return rows.stream()
        .sorted(Comparator.comparingInt(row -> order.indexOf(row.text(Shared.MEASURE))))
        .toList();
  }

  /** The labels of the measures by which some town is ranked. */
  static Map<String, String> ranked(List<ResultRow> rows) {
    return rows.stream()
        .filter(row -> row.value(TownComparison.RANK) != null)
        .collect(
            Collectors.toMap(
                row -> row.text(Shared.MEASURE),
                row -> row.shown(Shared.MEASURE),
                (one, same) -> one,
                LinkedHashMap::new));
  }

  /** The years of which there is anything to compare. */
  static Set<String> years(List<ResultRow> rows) {
    Set<String> years = new TreeSet<>();
    rows.forEach(row -> years.add(row.text(Shared.YEAR)));
    return years;
  }

  /** The headers of these cells; the scripts find them by the names of the contract. */
  void headers(DataTable table) {
    table.numbers(TownComparison.PER_10K.label(), "").as("per_10k");
    table.numbers(TownComparison.RANK.label(), "").as("rank");
    table.texts("位次范围").as("band");
    table.texts(TownComparison.REASON.label()).as("reason");
    table.numbers(TownComparison.INTERVAL_LOW.label(), "").as("low");
    table.numbers(TownComparison.INTERVAL_HIGH.label(), "").as("high");
    table.numbers(TownComparison.TOWNS.label(), "");
  }

  /** What the measure says of the town. */
  void value(DataTable.Row line, ResultRow row) {
    String unit = units.of(row.text(Shared.MEASURE));
    BigDecimal value = row.number(TownComparison.VALUE);
    if (value == null || isUnsure(row)) {
      line.instead(Numbers.MISSING);
    } else {
      line.number(value, Rendering.of(value, unit));
    }
  }

  /** What it is ranked by, and how. */
  void cells(DataTable.Row line, ResultRow row) {
    String measure = row.text(Shared.MEASURE);
    boolean byValue = TownComparison.VALUE.name().equals(rankedBy(measure));
    String unit = byValue ? units.of(measure) : "";
    if (isUnsure(row)) {
      line.instead("");
    } else {
      measured(line, row, TownComparison.PER_10K, "");
    }
    counted(line, row, TownComparison.RANK);
    line.text(band(row));
    String reason = row.text(TownComparison.REASON);
    line.text(reason == null ? "" : terms.label(TownComparison.REASON, reason).orElse(reason));
    measured(line, row, TownComparison.INTERVAL_LOW, unit);
    measured(line, row, TownComparison.INTERVAL_HIGH, unit);
    counted(line, row, TownComparison.TOWNS);
  }

  /** A zero of a year that exports do not cover wholly. */
  private static boolean isUnsure(ResultRow row) {
    BigDecimal value = row.number(TownComparison.VALUE);
    return value != null
        && value.signum() == 0
        && !Coverage.COMPLETE.equals(row.text(Coverage.STATUS));
  }

  /** The ranks that chance leaves open; nothing where nothing is known of chance. */
  private static String band(ResultRow row) {
    String low = row.text(TownComparison.RANK_LOW);
    String high = row.text(TownComparison.RANK_HIGH);
    return low == null || high == null ? "" : low.equals(high) ? low : low + "–" + high;
  }

  private static void counted(DataTable.Row line, ResultRow row, Field field) {
    BigDecimal number = row.number(field);
    if (number == null) {
      line.text("");
    } else {
      line.number(number, number.toPlainString());
    }
  }

  private static void measured(DataTable.Row line, ResultRow row, Field field, String unit) {
    BigDecimal number = row.number(field);
    if (number == null) {
      line.text("");
    } else {
      line.number(number, Numbers.measured(number, unit));
    }
  }
}

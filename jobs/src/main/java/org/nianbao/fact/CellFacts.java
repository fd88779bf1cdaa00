package org.nianbao.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nianbao.seed.Seeds;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;

/** Every number of the result tables of a town and year as a fact. */
public final class CellFacts {
  private static final String STROKE = "/";
  private static final List<Field> OF_A_TOWN_AND_YEAR = List.of(Shared.TOWN_CODE, Shared.YEAR);

  private final Units units;
  private final Map<String, String> dimensions;
  private final boolean strict;

  /**
   * Prints numbers as the lists say.
   *
   * @param strict whether printed shares have to add up to 100 %
   */
  public CellFacts(Seeds seeds, boolean strict) {
    this.units = new Units(seeds);
    this.dimensions =
        seeds.rows("breakdowns").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("dimension"), row -> row.get("label"), (one, same) -> one));
    this.strict = strict;
  }

  /** The facts of a year: tables in their order of names, rows and columns in theirs. */
  public Facts of(TownResults town, int year) {
    List<Fact> facts = new ArrayList<>();
    new TreeMap<>(town.rows())
        .values().stream()
            .flatMap(List::stream)
            .filter(row -> row.table().key().containsAll(OF_A_TOWN_AND_YEAR))
            .filter(row -> row.value(Shared.YEAR).equals(year))
            .forEach(row -> add(row, facts));
    return new Facts(strict ? new StrictShares().of(facts) : facts);
  }

  static String id(Table table, Field column, String... key) {
    List<String> parts = new ArrayList<>(List.of(table.name()));
    for (String part : key) {
      if (part != null) {
        parts.add(part.replace(STROKE, "／"));
      }
    }
    parts.add(column.name());
    return String.join(STROKE, parts);
  }

  private void add(ResultRow row, List<Fact> facts) {
    for (Field field : row.table().figures()) {
      if (field.isNumber() && row.number(field) != null) {
        facts.add(fact(row, field));
      }
    }
  }

  private Fact fact(ResultRow row, Field field) {
    Table table = row.table();
    Map<String, String> key = new LinkedHashMap<>();
    table.key().stream()
        .filter(part -> row.text(part) != null)
        .forEach(part -> key.put(part.name(), row.text(part)));
    Map<String, String> own = new LinkedHashMap<>(key);
    own.keySet().removeAll(List.of(Shared.TOWN_CODE.name(), Shared.YEAR.name()));
    BigDecimal value = row.number(field);
    String unit = units.of(row, field);
    boolean approximate =
        row.has(DeclaredFigures.APPROXIMATE) && row.flag(DeclaredFigures.APPROXIMATE);
    boolean compared = row.has(Trends.COMPARABLE);
    return new Fact(
        id(table, field, own.values().toArray(String[]::new)),
        label(row, field),
        value,
        unit,
        (approximate ? "约" : "") + Rendering.of(value, unit),
        field.description(),
        table.name(),
        Map.copyOf(key),
        field.name(),
        compared ? Boolean.valueOf(row.flag(Trends.COMPARABLE)) : null,
        compared ? row.text(Trends.REASON) : null,
        approximate);
  }

  private String label(ResultRow row, Field field) {
    List<String> parts = new ArrayList<>();
    for (Field part : row.table().key()) {
      boolean told = part.equals(Shared.TOWN_CODE) || part.equals(Shared.YEAR);
      if (told || row.text(part) == null) {
        continue;
      }
      String shown = row.shown(part);
      parts.add(part.equals(Trends.DIMENSION) ? dimensions.getOrDefault(shown, shown) : shown);
    }
    parts.add(field.label());
    return String.join("·", parts);
  }

  /** Makes the printed shares of each breakdown add up. */
  private static final class StrictShares {
    /** What the shares' own six decimals may lack of the whole. */
    private static final BigDecimal ROUNDED_AWAY = new BigDecimal("0.001");

    private final Map<String, List<Fact>> groups = new LinkedHashMap<>();
    private final Map<String, Fact> printed = new HashMap<>();

    List<Fact> of(List<Fact> facts) {
      facts.stream()
          .filter(fact -> fact.column().equals(Trends.SHARE.name()))
          .forEach(fact -> groups.computeIfAbsent(group(fact), any -> new ArrayList<>()).add(fact));
      groups.values().forEach(this::print);
      return facts.stream().map(fact -> printed.getOrDefault(fact.id(), fact)).toList();
    }

    /** The members of one breakdown differ in the last part of their key alone. */
    private static String group(Fact fact) {
      String row = fact.id().substring(0, fact.id().lastIndexOf(STROKE));
      return row.substring(0, row.lastIndexOf(STROKE));
    }

    /** Where some shares are not known, the others cannot add up. */
    private void print(List<Fact> members) {
      BigDecimal sum = members.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.subtract(BigDecimal.ONE).abs().compareTo(ROUNDED_AWAY) > 0) {
        return;
      }
      List<BigDecimal> percentages =
          Apportionment.percentages(members.stream().map(Fact::value).toList(), 1);
      for (int i = 0; i < members.size(); i++) {
        Fact member = members.get(i);
        printed.put(
            member.id(),
            member.printed(Rendering.of(percentages.get(i).movePointLeft(2), Rendering.PERCENT)));
      }
    }
  }
}

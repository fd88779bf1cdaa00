package org.nianbao.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;

/** What the text of one town and year is made of. */
record Material(Seeds seeds, TownResults town, int year, Facts facts) {

  /** How the town calls itself. */
  String self() {
    String name = town.town();
    if (name.endsWith("镇")) {
      return "我镇";
    }
    return name.endsWith("街道") ? "我街道" : "本单位";
  }

  /** The total of a measure; no zero of a year that exports do not cover wholly. */
  Optional<Fact> total(String measure) {
    return facts
        .get(YearlyMeasures.TABLE, YearlyMeasures.VALUE, measure)
        .filter(fact -> !fact.isZero() || isWhole(measure));
  }

  private boolean isWhole(String measure) {
    String dataset =
        seeds.rows(Shared.MEASURE.vocabulary()).stream()
            .filter(row -> row.get("code").equals(measure))
            .map(row -> row.get(Shared.DATASET.name()))
            .findFirst()
            .orElseThrow();
    return coverage(dataset).equals(Coverage.COMPLETE);
  }

  Optional<Fact> measure(String measure, Field column) {
    return facts.get(YearlyMeasures.TABLE, column, measure);
  }

  /**
   * How well the exports cover a dataset in the year; {@code missing} where nothing is said of it.
   */
  String coverage(String dataset) {
    return town.status(dataset, year);
  }

  /** A request to the writer, where the exports do not cover a dataset wholly. */
  Optional<Gap> doubt(String dataset, String label) {
    return switch (coverage(dataset)) {
      case Coverage.MISSING -> Optional.of(new Gap("没有%d年的%s数据，请补充导出后重新生成".formatted(year, label)));
      case Coverage.PARTIAL ->
          Optional.of(new Gap("%d年的%s数据不完整，文中数字不是全年数，请补齐后重新生成".formatted(year, label)));
      default -> Optional.empty();
    };
  }

  /**
   * The rows of trends for the members of a measure's breakdown that are not zero, in the order of
   * the list that names them; what the list does not know comes last.
   */
  List<ResultRow> members(String measure, String dimension, String list) {
    List<String> order = seeds.rows(list).stream().map((SeedRow row) -> row.get("code")).toList();
    List<ResultRow> members = new ArrayList<>();
    for (ResultRow row : town.rows(Trends.TABLE, year)) {
      if (row.text(Shared.MEASURE).equals(measure)
          && dimension.equals(row.text(Trends.DIMENSION))
          && row.number(Trends.VALUE) != null
          && row.number(Trends.VALUE).signum() != 0) {
        members.add(row);
      }
    }
    members.sort(Comparator.comparingInt(row -> place(order, row.text(Trends.MEMBER))));
    return members;
  }

  static int place(List<String> order, String code) {
    int place = order.indexOf(code);
    return place < 0 ? order.size() : place;
  }

  /** A cell of trends; dimension and member are null for the total. */
  Optional<Fact> trend(Field column, String measure, String dimension, String member) {
    return facts.get(Trends.TABLE, column, measure, dimension, member);
  }
}

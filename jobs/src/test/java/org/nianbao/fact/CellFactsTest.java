package org.nianbao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;

class CellFactsTest {
  private static final Seeds SEEDS = Project.seeds();

  @Test
  void shouldSayWhereAFigureComesFromAndHowItIsPrinted() {
    ResultRow tickets =
        row(
            YearlyMeasures.TABLE,
            Map.of(
                "town_code", "441900109",
                "town", "东坑镇",
                "year", 2017,
                "measure", "ticket_completion_rate",
                "value", new BigDecimal("0.953488"),
                "unit", "%",
                "numerator", new BigDecimal(164),
                "denominator", new BigDecimal(172),
                "measure_label", "工单完结率"));

    Facts facts = new CellFacts(SEEDS, false).of(town(tickets), 2017);

    assertThat(facts.all().stream().map(fact -> fact.id() + " " + fact.text()))
        .containsExactly(
            "yearly_measures/ticket_completion_rate/value 95.3%",
            "yearly_measures/ticket_completion_rate/numerator 164",
            "yearly_measures/ticket_completion_rate/denominator 172");
    Fact rate = facts.all().iterator().next();
    assertThat(rate.label()).isEqualTo("工单完结率·数值");
    assertThat(rate.key())
        .containsOnly(
            Map.entry("town_code", "441900109"),
            Map.entry("year", "2017"),
            Map.entry("measure", "ticket_completion_rate"));
    assertThat(rate.comparable()).isNull();
  }

  @Test
  void shouldReadTheChangeOfARateInPoints() {
    ResultRow rate =
        row(
            Trends.TABLE,
            Map.of(
                "town_code",
                "441900109",
                "measure",
                "ticket_completion_rate",
                "year",
                2017,
                "value",
                BigDecimal.ONE,
                "change",
                new BigDecimal("0.046512"),
                "comparable",
                true));

    Facts facts = new CellFacts(SEEDS, false).of(town(rate), 2017);

    Fact change = facts.get(Trends.TABLE, Trends.CHANGE, "ticket_completion_rate").orElseThrow();
    assertThat(change.text()).isEqualTo("4.7个百分点");
    assertThat(change.comparable()).isTrue();
  }

  @Test
  void shouldPrintSharesThatAddUpWhereThatIsAskedFor() {
    List<ResultRow> members = new ArrayList<>();
    for (String member : List.of("complaint", "inquiry", "report")) {
      members.add(
          row(
              Trends.TABLE,
              Map.of(
                  "town_code",
                  "441900109",
                  "measure",
                  "tickets",
                  "dimension",
                  "ticket_type",
                  "member",
                  member,
                  "year",
                  2017,
                  "share",
                  new BigDecimal("0.333333"))));
    }
    ResultRow[] rows = members.toArray(ResultRow[]::new);

    assertThat(shares(new CellFacts(SEEDS, false).of(town(rows), 2017)))
        .containsExactly("33.3%", "33.3%", "33.3%");
    assertThat(shares(new CellFacts(SEEDS, true).of(town(rows), 2017)))
        .containsExactly("33.4%", "33.3%", "33.3%");
  }

  @Test
  void shouldLeaveSharesAloneThatAreNotAllKnown() {
    ResultRow one =
        row(
            Trends.TABLE,
            Map.of(
                "town_code", "441900109",
                "measure", "tickets",
                "dimension", "ticket_type",
                "member", "complaint",
                "year", 2017,
                "share", new BigDecimal("0.25")));

    assertThat(shares(new CellFacts(SEEDS, true).of(town(one), 2017))).containsExactly("25%");
  }

  private static List<String> shares(Facts facts) {
    return facts.all().stream().map(Fact::text).toList();
  }

  private static TownResults town(ResultRow... rows) {
    return new TownResults(
        "441900109",
        "东坑镇",
        Arrays.stream(rows).collect(Collectors.groupingBy(row -> row.table().name())));
  }

  private static ResultRow row(Table table, Map<String, Object> values) {
    List<Object> all = new ArrayList<>();
    Map<String, Object> left = new HashMap<>(values);
    for (Field field : table.fields()) {
      all.add(left.remove(field.name()));
    }
    assertThat(left).isEmpty();
    return new ResultRow(table, all);
  }
}

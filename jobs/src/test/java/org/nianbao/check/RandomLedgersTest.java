package org.nianbao.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.Disputes;
import org.nianbao.table.Rejects;
import org.nianbao.table.Requests;
import org.nianbao.table.StatutoryTables;
import org.nianbao.table.Table;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.yearly.Inputs;
import org.nianbao.yearly.StatutoryCells;

/**
 * Ledgers as no person writes them: whatever their requests do, over whatever year's end, the form
 * adds up; and where a number of it is changed afterwards, the check says which.
 */
class RandomLedgersTest {
  private static final int FIRST = 2018;
  private static final int LAST = 2023;

  /** Every request of it fits into the form. */
  private static final String SOUND = "441900109";

  /** Half of it does not: unknown outcomes and applicants, days before the receipt. */
  private static final String WILD = "441900111";

  private static final Seeds SEEDS = Project.seeds();
  private static List<Row> cells;

  @BeforeAll
  static void compute() {
    cells =
        StatutoryTables.TABLE
            .conform(withTowns(new StatutoryCells().compute(ledgers())))
            .collectAsList();
  }

  private static Dataset<Row> withTowns(Dataset<Row> rows) {
    return StatutoryTables.TABLE.labelled(rows, SEEDS::labels);
  }

  @Test
  void shouldAddUpInEveryColumnAndRowOfSoundLedgers() {
    Map<String, Long> held =
        find(cells).stream()
            .filter(row -> town(row).equals(SOUND))
            .filter(row -> !row.getAs(Checks.STATUS.name()).equals(Checks.NOT_ASSESSABLE))
            .peek(
                row ->
                    assertThat(row.<String>getAs(Checks.STATUS.name()))
                        .as(row.toString())
                        .isEqualTo(Checks.PASS))
            .collect(
                Collectors.groupingBy(
                    row -> row.getAs(Checks.CHECK.name()), Collectors.counting()));
    // Five years from 2019 with seven columns, 23 rows twice and 25 three times, three rows of
    // table 4.
    assertThat(held)
        .isEqualTo(
            Map.of(
                "carry_over_balance", 35L,
                "outcome_sum", 35L,
                "applicant_sum", 121L,
                "dispute_sum", 15L,
                "carry_over_bridge", 28L));
  }

  @Test
  void shouldBalanceAndCarryOverWhateverALedgerHolds() {
    assertThat(find(cells).stream().filter(row -> town(row).equals(WILD)))
        .filteredOn(
            row ->
                Set.of("carry_over_balance", "carry_over_bridge")
                    .contains(row.<String>getAs("check")))
        .hasSize(63)
        .allMatch(row -> row.getAs(Checks.STATUS.name()).equals(Checks.PASS));
  }

  @Test
  void shouldNameTheCellThatWasChanged() {
    Map<List<String>, Integer> changes =
        Map.of(
            List.of("2021", "3", "granted", "natural_person"), -1,
            List.of("2022", "4", "review", "total"), 2,
            List.of("2023", "3", "carried_in", "business"), 1);
    List<Row> changed =
        cells.stream()
            .filter(row -> town(row).equals(SOUND))
            .map(row -> changed(row, changes))
            .toList();
    assertThat(
            find(changed).stream()
                .filter(row -> row.getAs(Checks.STATUS.name()).equals(Checks.FAIL))
                .map(RandomLedgersTest::place))
        .containsExactlyInAnyOrder(
            "outcome_sum 2021 3/column=natural_person",
            "applicant_sum 2021 3/row=granted",
            "dispute_sum 2022 4/row=review",
            "carry_over_balance 2023 3/column=business",
            "applicant_sum 2023 3/row=carried_in",
            "carry_over_bridge 2023 3/column=business");
  }

  private static String place(Row finding) {
    return "%s %s %s"
        .formatted(finding.getAs("check"), finding.getAs("year"), finding.getAs("subject"));
  }

  private static String town(Row row) {
    return row.getAs("town_code");
  }

  private static Row changed(Row cell, Map<List<String>, Integer> changes) {
    List<String> address =
        List.of(
            cell.getAs("year").toString(),
            cell.getAs("table"),
            cell.getAs("row"),
            cell.getAs("column"));
    Object[] values = new Object[cell.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cell.get(i);
    }
    int value = cell.fieldIndex(StatutoryTables.VALUE.name());
    if (changes.containsKey(address)) {
      values[value] = cell.getDecimal(value).add(BigDecimal.valueOf(changes.get(address)));
    }
    return RowFactory.create(values);
  }

  private static List<Row> find(List<Row> statutory) {
    Map<Table, Dataset<Row>> results =
        Map.of(
            StatutoryTables.TABLE,
            Spark.session().createDataFrame(statutory, StatutoryTables.TABLE.schema()));
    Evidence evidence =
        new Evidence(
            Spark.session(),
            SEEDS,
            List.of(),
            Map.of(),
            empty(Rejects.LOG),
            results,
            List.of(),
            List.of(),
            new HeldSamples());
    return CheckList.rated(List.of(new FormIdentities().find(evidence)), SEEDS).collectAsList();
  }

  private static Dataset<Row> empty(Table table) {
    return Spark.session().createDataFrame(List.<Row>of(), table.schema());
  }

  private static Inputs ledgers() {
    Map<String, Dataset<Row>> current = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      current.put(table.dataset(), empty(table.table()));
    }
    Random random = new Random(20190515);
    current.put("requests", frame(Requests.ARCHIVE.table(), requests(random)));
    current.put("disputes", frame(Disputes.ARCHIVE.table(), disputes(random)));
    List<Row> coverage = new ArrayList<>();
    for (String town : List.of(SOUND, WILD)) {
      for (int year = FIRST; year <= LAST; year++) {
        for (String dataset : List.of("requests", "disputes")) {
          coverage.add(
              new Coverage.Year(Coverage.COMPLETE, null, null, 12, 0)
                  .toRow(town, town, year, dataset));
        }
      }
    }
    return new Inputs(
        current,
        Spark.session().createDataFrame(coverage, Coverage.TABLE.schema()),
        SEEDS,
        LocalDate.of(2024, 3, 1));
  }

  private static List<Map<String, Object>> requests(Random random) {
    List<String> outcomes = List.copyOf(SEEDS.allMarked("request_rows", "decision"));
    List<String> kinds = List.copyOf(SEEDS.labels("applicant_kinds").keySet());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      boolean wild = i % 2 == 0;
      LocalDate received = LocalDate.of(FIRST - 1, 1, 1).plusDays(random.nextInt(365 * 7));
      // Some live three years, some for ever.
      LocalDate decided =
          random.nextInt(10) == 0
              ? null
              : received.plusDays(random.nextInt(i % 7 == 0 ? 1100 : 60));
      Map<String, Object> row = new HashMap<>();
      row.put("town_code", wild ? WILD : SOUND);
      row.put("year", received.getYear());
      row.put("request_id", "r" + i);
      row.put("received_on", received);
      row.put("decided_on", decided);
      row.put("outcome", decided == null ? null : pick(random, outcomes));
      row.put("applicant_kind", pick(random, kinds));
      if (wild && random.nextBoolean()) {
        row.put("outcome", pick(random, List.of("unmapped", "carried_out", "total", "granted")));
        row.put("applicant_kind", random.nextBoolean() ? null : "unmapped");
        row.put("decided_on", random.nextBoolean() ? null : received.minusDays(400));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, Object>> disputes(Random random) {
    List<String> kinds = List.copyOf(SEEDS.labels("dispute_kinds").keySet());
    List<String> outcomes = List.copyOf(SEEDS.labels("dispute_outcomes").keySet());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      LocalDate filed = LocalDate.of(FIRST, 1, 1).plusDays(random.nextInt(365 * 6));
      Map<String, Object> row = new HashMap<>();
      row.put("town_code", SOUND);
      row.put("year", filed.getYear());
      row.put("case_id", "c" + i);
      row.put("kind", pick(random, kinds));
      row.put("filed_on", filed);
      row.put("outcome", random.nextInt(5) == 0 ? null : pick(random, outcomes));
      rows.add(row);
    }
    return rows;
  }

  private static String pick(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Dataset<Row> frame(Table table, List<Map<String, Object>> rows) {
    List<Row> filled =
        rows.stream()
            .map(
                row ->
                    RowFactory.create(
                        table.fields().stream().map(field -> row.get(field.name())).toArray()))
            .toList();
    return Spark.session().createDataFrame(filled, table.schema());
  }
}

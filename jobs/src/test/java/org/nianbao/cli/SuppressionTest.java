package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.release.Attack;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Trial;

/** What goes out under --suppress 5, and what somebody who adds and subtracts makes of it. */
class SuppressionTest {
  private static final String HIDDEN = "[c]";

  @TempDir private static Path folder;

  @BeforeAll
  static void release() {
    Nianbao run = nianbao("run", "release", "--suppress", "5");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void shouldShowNoSmallCountOfTickets() {
    for (Map<String, String> row : rows("tickets_by_type_and_source")) {
      assertThat(List.of(row.get("tickets"), row.get("closed"))).noneMatch(SuppressionTest::small);
      if (List.of(row.get("tickets"), row.get("closed")).contains(HIDDEN)) {
        assertThat(row.get("completion_rate")).isEqualTo(HIDDEN);
      } else {
        long open = Long.parseLong(row.get("tickets")) - Long.parseLong(row.get("closed"));
        assertThat(small(String.valueOf(open))).as("%s", row).isFalse();
      }
    }
    assertThat(rows("tickets_by_month")).noneMatch(row -> small(row.get("tickets")));
    assertThat(rows("tickets_by_type_and_source"))
        .anyMatch(row -> row.get("tickets").equals(HIDDEN));
    assertThat(rows("tickets_by_type_and_source"))
        .anyMatch(row -> row.get("tickets").matches("\\d+"));
  }

  @Test
  void shouldNotLetHiddenCountsBeFoundFromAllThatIsPublished() {
    Map<String, String> published = new TreeMap<>();
    Map<String, Map<String, Double>> sums = new TreeMap<>();
    for (Map<String, String> row : rows("tickets_by_type_and_source")) {
      for (String measure : List.of("tickets", "closed")) {
        String at = row.get("town") + row.get("year") + measure;
        String cell = at + row.get("ticket_type") + "×" + row.get("ticket_source");
        published.put(cell, row.get(measure));
        for (String total : List.of(row.get("ticket_type"), row.get("ticket_source"))) {
          published.putIfAbsent(at + total, HIDDEN);
          sums.computeIfAbsent(at + total, any -> new HashMap<>()).put(cell, 1.0);
        }
        part(sums, at + " by type", at, at + row.get("ticket_type"));
        part(sums, at + " by source", at, at + row.get("ticket_source"));
      }
    }
    for (Map<String, String> row : rows("tickets_by_month")) {
      String at = row.get("town") + row.get("year") + "tickets";
      published.put(at + "month" + row.get("month"), row.get("tickets"));
      part(sums, at + " by month", at, at + "month" + row.get("month"));
    }
    for (Map<String, String> row : rows("trends")) {
      String measure = row.get("measure").equals("tickets_closed") ? "closed" : row.get("measure");
      if (List.of("tickets", "closed").contains(measure)) {
        String prefix = row.get("dimension").equals("month") ? "month" : "";
        published.put(
            row.get("town") + row.get("year") + measure + prefix + row.get("member"),
            row.get("value"));
      }
    }
    Attack attack = new Attack();
    sums.forEach(
        (total, parts) -> {
          Map<String, Double> unknown = new HashMap<>();
          Map<String, Double> all = new HashMap<>(parts);
          String of = total.replaceFirst(" by .*", "");
          all.put(of, -1.0);
          all.forEach(
              (name, factor) -> {
                if (published.getOrDefault(name, HIDDEN).equals(HIDDEN)) {
                  unknown.put(name, factor);
                }
              });
          attack.knows(unknown);
        });
    List<String> found =
        attack.finds().stream().filter(name -> HIDDEN.equals(published.get(name))).toList();
    assertThat(found).noneMatch(name -> name.contains("×") || name.contains("month"));
    Trial.keep(
        "privacy",
        "SuppressionTest#shouldNotLetHiddenCountsBeFoundFromAllThatIsPublished",
        "all sums between published and hidden counts solved as one system of equations",
        sums.size(),
        "no hidden count follows");
  }

  private static void part(
      Map<String, Map<String, Double>> sums, String equation, String total, String part) {
    assertThat(equation).startsWith(total);
    sums.computeIfAbsent(equation, any -> new HashMap<>()).put(part, 1.0);
  }

  @Test
  void shouldHideWhatRestsOnHiddenYears() {
    assertThat(rows("trends"))
        .filteredOn(row -> row.get("value").equals(HIDDEN))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("comparable")).isEqualTo("false");
              assertThat(row.get("change") + row.get("previous_value") + row.get("share"))
                  .doesNotContainPattern("\\d");
            });
  }

  @Test
  void shouldLeaveInnerWorkingsAtHome() {
    Path out = folder.resolve("release");
    for (String table : List.of("checks", "rejects", "ingest_log", "ticket_handling")) {
      assertThat(out.resolve("tables/" + table + ".csv")).doesNotExist();
    }
    assertThat(out.resolve("rejects")).doesNotExist();
  }

  @Test
  void shouldExplainTheMark() throws IOException {
    assertThat(Files.readString(folder.resolve("release/tables/datapackage.json")))
        .contains("\"suppressed_below\" : 5", "\"missingValues\" : [ \"\", \"[c]\" ]", "不予发布");
  }

  @Test
  void shouldShowNoHiddenFigureInDocuments() throws IOException {
    for (Map<String, String> row : rows("tickets_by_type_and_source")) {
      if (row.get("tickets").equals(HIDDEN)) {
        Path facts =
            folder.resolve(
                "release/editions/%s/%s/facts.json".formatted(row.get("town"), row.get("year")));
        assertThat(Files.readString(facts))
            .doesNotContain(
                "tickets_by_type_and_source/%s/%s/tickets\""
                    .formatted(row.get("ticket_type"), row.get("ticket_source")));
      }
    }
  }

  @Test
  void shouldKeepTheTrueFiguresInTheWarehouseAndMixNothing() {
    assertThat(nianbao("editions", "inside").status()).isZero();
    assertThat(CsvRows.of(folder.resolve("inside/tables/tickets_by_month.csv")))
        .noneMatch(row -> row.get("tickets").equals(HIDDEN));

    Nianbao mixed = nianbao("editions", "inside", "--suppress", "5");
    assertThat(mixed.status()).isEqualTo(2);
    assertThat(mixed.err()).contains("it holds figures of a run with --suppress 0");
  }

  private static boolean small(String figure) {
    return figure.matches("[1-4]");
  }

  private static List<Map<String, String>> rows(String table) {
    return CsvRows.of(folder.resolve("release/tables/" + table + ".csv"));
  }

  private static Nianbao nianbao(String command, String out, String... more) {
    List<Object> args = new java.util.ArrayList<>(List.of(command));
    args.addAll(List.of(more));
    args.addAll(
        List.of(
            "--exports=" + SampleRun.exports().resolve("12345热线/2014"),
            "--exports=" + SampleRun.exports().resolve("12345热线/2015"),
            "--warehouse",
            folder.resolve("warehouse"),
            "--out",
            folder.resolve(out)));
    return Nianbao.run(args.toArray());
  }
}

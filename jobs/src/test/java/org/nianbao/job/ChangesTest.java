package org.nianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.TownYear;
import org.nianbao.testing.Project;

class ChangesTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final LocalDate DAY = LocalDate.of(2020, 6, 1);
  private static final TownYear DONGKENG_2017 = new TownYear("441900109", 2017);
  private static final TownYear DONGKENG_2018 = new TownYear("441900109", 2018);
  private static final TownYear DONGKENG_2019 = new TownYear("441900109", 2019);
  private static final TownYear LIAOBU_2018 = new TownYear("441900111", 2018);

  @Test
  void shouldComputeEverythingAtFirst() {
    List<ExportLog.Entry> exports =
        List.of(tickets("a", DONGKENG_2017), tickets("b", DONGKENG_2018, LIAOBU_2018));
    assertThat(changes(exports, Map.of(), Map.of()).stale())
        .containsExactly(DONGKENG_2017, DONGKENG_2018, LIAOBU_2018);
  }

  @Test
  void shouldComputeNothingAgain() {
    List<ExportLog.Entry> exports = List.of(tickets("a", DONGKENG_2017));
    assertThat(changes(exports, Map.of(), computed(exports, null, null)).none()).isTrue();
  }

  @Test
  void shouldComputeTheTownAndYearOfAnAddedExportOnly() {
    List<ExportLog.Entry> exports = new ArrayList<>(List.of(tickets("a", DONGKENG_2017)));
    Map<TownYear, Computed.Entry> computed = computed(exports, null, null);
    exports.add(tickets("b", DONGKENG_2018));
    assertThat(changes(exports, Map.of(), computed).stale()).containsExactly(DONGKENG_2018);
  }

  @Test
  void shouldComputeWhatSharesATicketWithAnAddedExport() {
    List<ExportLog.Entry> exports =
        new ArrayList<>(List.of(tickets("a", DONGKENG_2017), tickets("c", LIAOBU_2018)));
    Map<TownYear, Computed.Entry> computed = computed(exports, null, null);
    exports.add(tickets("b", DONGKENG_2018));
    Map<TownYear, Set<TownYear>> links =
        Map.of(DONGKENG_2017, Set.of(DONGKENG_2018), DONGKENG_2018, Set.of(DONGKENG_2017));
    assertThat(changes(exports, links, computed).stale())
        .containsExactly(DONGKENG_2017, DONGKENG_2018);
  }

  @Test
  void shouldComputeLaterYearsOfRequestsButNotEarlierOnes() {
    List<ExportLog.Entry> exports =
        new ArrayList<>(
            List.of(
                tickets("a", DONGKENG_2017),
                tickets("b", DONGKENG_2018),
                tickets("c", DONGKENG_2019)));
    Map<TownYear, Computed.Entry> computed = computed(exports, null, null);
    exports.add(export("r", "requests", DONGKENG_2018));
    assertThat(changes(exports, Map.of(), computed).stale())
        .containsExactly(DONGKENG_2018, DONGKENG_2019);
  }

  @Test
  void shouldDropResultsThatNoExportSupportsAnyMore() {
    List<ExportLog.Entry> before =
        List.of(tickets("a", DONGKENG_2017), tickets("b", DONGKENG_2018));
    Map<TownYear, Computed.Entry> computed = computed(before, null, null);
    Changes changes = changes(before.subList(0, 1), Map.of(), computed);
    assertThat(changes.stale()).isEmpty();
    assertThat(changes.gone()).containsExactly(DONGKENG_2018);
  }

  @Test
  void shouldComputeAgainOnceATimeLimitHasPassed() {
    List<ExportLog.Entry> exports = List.of(tickets("a", DONGKENG_2017));
    assertThat(changes(exports, Map.of(), computed(exports, null, DAY.plusDays(1))).none())
        .isTrue();
    assertThat(changes(exports, Map.of(), computed(exports, null, DAY)).stale())
        .containsExactly(DONGKENG_2017);
    assertThat(changes(exports, Map.of(), computed(exports, DAY.plusDays(1), null)).stale())
        .containsExactly(DONGKENG_2017);
  }

  private static Changes changes(
      List<ExportLog.Entry> exports,
      Map<TownYear, Set<TownYear>> links,
      Map<TownYear, Computed.Entry> computed) {
    return Changes.of(exports, links, new Coverages(exports, DAY), computed, SEEDS, DAY);
  }

  /** The ledger after these exports were computed. */
  private static Map<TownYear, Computed.Entry> computed(
      List<ExportLog.Entry> exports, LocalDate from, LocalDate until) {
    Map<TownYear, Computed.Entry> computed = new TreeMap<>();
    changes(exports, Map.of(), Map.of())
        .inputs()
        .forEach(
            (townYear, inputs) ->
                computed.put(
                    townYear, new Computed.Entry(townYear, inputs, from, until, List.of())));
    return computed;
  }

  private static ExportLog.Entry tickets(String name, TownYear... townYears) {
    return export(name, "tickets", townYears);
  }

  private static ExportLog.Entry export(String name, String dataset, TownYear... townYears) {
    List<Holding> holdings =
        List.of(townYears).stream()
            .map(one -> Holding.of(one.townCode(), one.year(), LocalDate.of(one.year(), 5, 1)))
            .toList();
    LocalDate first = holdings.get(0).firstOn();
    LocalDate last = holdings.get(holdings.size() - 1).lastOn();
    return new ExportLog.Entry(
        1,
        name,
        name,
        "sha-" + name,
        "recipe",
        "load",
        dataset,
        "UTF-8",
        1,
        1,
        null,
        holdings.size(),
        0,
        first,
        last,
        last,
        null,
        holdings);
  }
}

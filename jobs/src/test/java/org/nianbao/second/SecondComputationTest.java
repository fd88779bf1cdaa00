package org.nianbao.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;

/** The tables that a run over the sample exports wrote, against a second computation of them. */
class SecondComputationTest {
  private static SecondComputation second;

  @BeforeAll
  static void compute() throws IOException, SQLException {
    second = SecondComputation.of(Project.folder(), SampleRun.out());
  }

  @AfterAll
  static void close() throws SQLException {
    if (second != null) {
      second.close();
    }
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        table("ingest_log", "source_file"),
        // Which record breaks which rule; the words for clerks are not computed twice.
        arguments(
            "rejects",
            List.of("source_file", "record"),
            Set.of("column", "value", "advice", "line")),
        table("publications_by_category", "town_code", "year", "channel", "category"),
        table("publications_by_channel", "town_code", "year", "channel"),
        table("tickets_by_type_and_source", "town_code", "year", "ticket_type", "ticket_source"),
        table("tickets_by_month", "town_code", "year", "month"),
        table("ticket_handling", "town_code", "year", "ticket_type"),
        table("ticket_times", "town_code", "year"),
        table("ticket_ends", "town_code", "year", "end_year"),
        table("requests_by_outcome", "town_code", "year", "row", "applicant_kind"),
        table("requests_by_channel", "town_code", "year", "channel"),
        table("request_handling", "town_code", "year", "channel"),
        table("disputes_by_outcome", "town_code", "year", "kind", "outcome"),
        table("yearly_measures", "town_code", "year", "measure"),
        table("statutory_tables", "town_code", "year", "table", "line", "place"),
        table("trends", "town_code", "measure", "dimension", "member", "year"),
        table("town_comparison", "year", "measure", "town_code"),
        table("ticket_backlog", "town_code", "year"),
        arguments(
            "unusual_values",
            List.of("town_code", "measure", "dimension", "member", "year", "kind"),
            Set.of("explained_by")));
  }

  private static Arguments table(String name, String... key) {
    return arguments(name, List.of(key), Set.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void shouldAgreeInEveryCell(String table, List<String> key, Set<String> notCompared)
      throws SQLException {
    Comparison comparison = second.compare(table, key, notCompared);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.cells()).as("cells of %s", table).isPositive();
  }

  @Test
  void shouldLimitCountsAsPoissonDoes() throws SQLException {
    assertThat(second.rows("poisson_limits")).isEmpty();
  }

  @Test
  void shouldUseNothingOfTheJob() throws IOException {
    Path sources = Project.folder().resolve("jobs/src/test/java/org/nianbao/second");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        assertThat(file).content().doesNotContainPattern("org\\.nianbao\\.(?!second|testing)");
      }
    }
  }
}

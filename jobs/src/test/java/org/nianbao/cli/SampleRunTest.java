package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;

/** The figures of 东坑镇 2017, as its report printed them, out of a whole run. */
class SampleRunTest {
  private static final String TOWN = "441900109";

  @Test
  void shouldGiveTheCategoriesThatTheReportPrinted() {
    assertThat(
            values("publications_by_category", "category_label", "items", "channel", "city_portal"))
        .isEqualTo(printed("publications", "category"));
  }

  @Test
  void shouldGiveTheChannelsThatTheReportPrinted() {
    assertThat(values("publications_by_channel", "channel_label", "items", "year", "2017"))
        .isEqualTo(printed("publications", "channel"));
  }

  @Test
  void shouldGiveTheTicketsThatTheReportPrintedAndNoRowWhereItPrintedNone() {
    Map<String, String> cells = new TreeMap<>();
    for (Map<String, String> row : rows("tickets_by_type_and_source")) {
      cells.put(
          row.get("ticket_type_label") + "×" + row.get("ticket_source_label"), row.get("tickets"));
      assertThat(row.get("completion_rate")).isEqualTo("1");
    }
    assertThat(cells).isEqualTo(printed("tickets", "type×source")).doesNotContainKey("举报×门户网站");
  }

  @Test
  void shouldGiveTheTotalsThatTheReportPrinted() {
    Map<String, String> measures = new TreeMap<>();
    rows("yearly_measures").forEach(row -> measures.put(row.get("measure"), row.get("value")));
    assertThat(measures)
        .contains(
            Map.entry("publications", "1371"),
            Map.entry("publication_events", "3870"),
            Map.entry("tickets", "228"),
            Map.entry("tickets_closed", "228"),
            Map.entry("ticket_completion_rate", "1"),
            Map.entry("requests_received", "2"),
            Map.entry("reviews", "0"),
            Map.entry("lawsuits", "0"),
            Map.entry("fees", "0"));
  }

  @Test
  void shouldAccountForEveryRow() {
    List<Map<String, String>> log = CsvRows.of(table("ingest_log"));
    assertThat(log).hasSize(43);
    assertThat(log)
        .allSatisfy(
            row ->
                assertThat(Long.parseLong(row.get("rows_read")))
                    .isEqualTo(
                        Long.parseLong(row.get("accepted"))
                            + Long.parseLong(row.get("rejected"))
                            + Long.parseLong(row.get("duplicates"))));
    long rejected = log.stream().mapToLong(row -> Long.parseLong(row.get("rejected"))).sum();
    assertThat(CsvRows.of(table("rejects"))).hasSize((int) rejected);
  }

  @Test
  void shouldKeepMissingAndPartialYearsApartFromZero() {
    Map<String, String> tickets =
        CsvRows.of(table("coverage")).stream()
            .filter(row -> row.get("dataset").equals("tickets"))
            .filter(row -> !row.get("status").equals("complete"))
            .collect(
                Collectors.toMap(
                    row -> row.get("town") + row.get("year"), row -> row.get("status")));
    assertThat(tickets).contains(Map.entry("寮步镇2016", "missing"), Map.entry("高埗镇2019", "partial"));
    assertThat(CsvRows.of(table("trends")))
        .filteredOn(row -> row.get("town").equals("寮步镇") && row.get("measure").equals("tickets"))
        .filteredOn(row -> row.get("year").equals("2017"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("comparable")).isEqualTo("false");
              assertThat(row.get("reason")).isEqualTo("coverage_break");
              assertThat(row.get("change")).isEmpty();
            });
  }

  @Test
  void shouldDescribeEveryTableItDelivers() throws IOException {
    JsonNode description =
        new ObjectMapper().readTree(SampleRun.out().resolve("tables/datapackage.json").toFile());
    for (JsonNode resource : description.path("resources")) {
      List<Map<String, String>> rows = CsvRows.of(table(resource.path("name").asText()));
      List<String> described = resource.path("schema").path("fields").findValuesAsText("name");
      assertThat(rows.get(0).keySet()).containsExactlyElementsOf(described);
      assertThat(rows.stream().map(row -> key(resource, row)).toList()).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldGiveAnAccountOfTheRun() throws IOException {
    JsonNode report = new ObjectMapper().readTree(SampleRun.out().resolve("run.json").toFile());
    assertThat(report.path("status").asInt()).isZero();
    assertThat(report.path("inputs")).hasSize(43);
    assertThat(report.path("recomputed")).hasSize(32);
  }

  private static String key(JsonNode resource, Map<String, String> row) {
    StringBuilder key = new StringBuilder();
    resource
        .path("schema")
        .path("primaryKey")
        .forEach(column -> key.append(row.get(column.asText())).append('|'));
    return key.toString();
  }

  private static Path table(String name) {
    return SampleRun.out().resolve("tables").resolve(name + ".csv");
  }

  private static List<Map<String, String>> rows(String table) {
    return CsvRows.of(table(table)).stream()
        .filter(row -> row.get("town_code").equals(TOWN) && row.get("year").equals("2017"))
        .toList();
  }

  private static Map<String, String> values(
      String table, String member, String value, String column, String only) {
    return rows(table).stream()
        .filter(row -> row.get(column).equals(only))
        .collect(Collectors.toMap(row -> row.get(member), row -> row.get(value)));
  }

  private static Map<String, String> printed(String measure, String dimension) {
    return CsvRows.of(Project.folder().resolve("seeds/published_figures.csv")).stream()
        .filter(row -> row.get("town_code").equals(TOWN) && row.get("year").equals("2017"))
        .filter(row -> row.get("measure").equals(measure))
        .filter(row -> row.get("dimension").equals(dimension))
        .map(row -> Map.entry(row.get("member"), row.get("value")))
        .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
  }
}

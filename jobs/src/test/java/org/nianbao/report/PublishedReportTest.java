package org.nianbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;

/** Each folder beside these tests is one report, and what must be read from it. */
class PublishedReportTest {
  private static final Path CASES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/report");
  private static final Wording WORDING = Wording.of(Project.seeds());

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldReadEveryFigureAndNothingFalse(String folder) throws Exception {
    PublishedReport report = read(folder);

    assertThat(report.figures().stream().map(figure -> row(report, figure)))
        .containsExactlyElementsOf(CsvRows.of(CASES.resolve(folder).resolve("expected.csv")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldListWhatItCannotPlace(String folder) throws Exception {
    assertThat(
            read(folder).unplaced().stream()
                .map(
                    one ->
                        Map.of(
                            "section", one.section(), "text", one.text(), "reason", one.reason())))
        .containsExactlyElementsOf(CsvRows.of(CASES.resolve(folder).resolve("unplaced.csv")));
  }

  @Test
  void shouldReadTheFiguresThatTheSeedsHave() throws Exception {
    PublishedReport report = read("pipe-table-2017");
    List<String> columns =
        List.of(
            "town_code",
            "year",
            "section",
            "measure",
            "dimension",
            "member",
            "value",
            "unit",
            "approximate");

    assertThat(report.figures().stream().map(figure -> only(columns, row(report, figure))))
        .containsExactlyInAnyOrderElementsOf(
            Project.seeds().rows("published_figures").stream()
                .map(row -> only(columns, row.values()))
                .toList());
  }

  @Test
  void shouldSayWhereEachFigureWasRead() throws Exception {
    PublishedReport report = read("ticket-table-2018");

    assertThat(report.figures())
        .extracting(Figure::member, Figure::evidence)
        .contains(
            org.assertj.core.groups.Tuple.tuple("总计", "(一)全年主动公开政府信息二千零一十五条。"),
            org.assertj.core.groups.Tuple.tuple("投诉×电话热线", "工单表 第3行第3列 投诉×电话热线：102"));
  }

  private static PublishedReport read(String folder) throws Exception {
    try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith("report."))
              .findFirst()
              .orElseThrow();
      return PublishedReport.read(
          "report", Files.readAllBytes(file), WORDING, PublishedReport.Told.NOTHING);
    }
  }

  private static Map<String, String> row(PublishedReport report, Figure figure) {
    return Map.of(
        "town_code",
        report.townCode(),
        "year",
        String.valueOf(report.year()),
        "section",
        figure.section(),
        "measure",
        figure.measure(),
        "dimension",
        figure.dimension(),
        "member",
        figure.member(),
        "value",
        figure.value().toPlainString(),
        "unit",
        figure.unit(),
        "approximate",
        String.valueOf(figure.approximate()),
        "confidence",
        figure.confidence().code());
  }

  private static List<String> only(List<String> columns, Map<String, String> row) {
    return columns.stream().map(row::get).toList();
  }
}

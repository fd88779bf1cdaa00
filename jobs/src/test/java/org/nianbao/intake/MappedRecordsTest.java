package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Export;
import org.nianbao.source.Header;
import org.nianbao.source.SourceFile;
import org.nianbao.testing.Escapes;
import org.nianbao.testing.Project;
import org.nianbao.testing.Verdicts;

/** Records of foreign exports, judged by what their mapping says. */
class MappedRecordsTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final IntakeRules RULES = IntakeRules.of(SEEDS, LocalDate.of(2019, 6, 30));
  private static final Path EXAMPLE =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/mapping/kansas.yaml");
  private static final String TYPES =
      """
      sources:
        - name: ledger
          dataset: tickets
          files: "*"
          columns:
            ticket_id: ID
            town: {default: 东坑, values: {West: 大朗}}
            ticket_type: {column: TYPE, default: 其他事项, values: {其他事项: inquiry}}
            ticket_source: {default: phone}
            received_at: {column: AT, formats: ["yyyy-MM-dd HH:mm:ss XXX", "MM/dd/yyyy hh:mm a", "MM/dd/yyyy"]}
            due_at: {column: DUE, formats: [MM/dd/yyyy]}
            closed_at: CLOSED
            resolved: {column: OK, values: {done: yes, pending: 否}}
          zone: America/Chicago
      """;

  @TempDir private Path folder;

  /** Headers and cells are written with a bar between them. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "mapped-records.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      emptyValue = "")
  void shouldJudgeRecordsOfTheExample(String why, String header, String cells, String verdict) {
    assertThat(judged(EXAMPLE, SourceFile.Format.CSV, header, cells)).as(why).isEqualTo(verdict);
  }

  @Test
  void shouldTurnOffsetsAndUnixTimeIntoTheCivilTimeOfTheSource() throws IOException {
    assertThat(ledger("1||2018-01-01 05:59:59 Z|03/05/2018|1514786399|done"))
        .isEqualTo(
            "town_code=441900109 year=2017 ticket_id=1 ticket_type=inquiry ticket_source=phone received_at=2017-12-31T23:59:59 due_at=2018-03-05T23:59:59 closed_at=2017-12-31T23:59:59");
  }

  @Test
  void shouldReadTimesOfDayByPattern() throws IOException {
    assertThat(ledger("1|投诉|03/05/2017 12:05 am|||pending"))
        .isEqualTo(
            "town_code=441900109 year=2017 ticket_id=1 ticket_type=complaint ticket_source=phone received_at=2017-03-05T00:05");
  }

  @Test
  void shouldKeepLabelsOfAClosedColumnUnmapped() throws IOException {
    assertThat(ledger("1|Pothole|03/05/2017|||"))
        .contains("ticket_type=unmapped ticket_type_text=Pothole");
  }

  @Test
  void shouldTakeRealDatesOfWorkbooksWithoutPattern() {
    String header = "CASE ID|CATEGORY|SOURCE|CREATION DATE|CLOSED DATE|STATUS";
    assertThat(judged(EXAMPLE, SourceFile.Format.XLSX, header, "1|Water|WEB|42799|3/6/17|OPEN"))
        .contains("received_at=2017-03-05T00:00 closed_at=2017-03-06T00:00");
  }

  @Test
  void shouldChangeTheRecipeWithTheMapping() throws IOException {
    Export plain = export(SourceMapping.NONE, SourceFile.Format.CSV, "ID|AT");
    Export mapped = export(mapping(write(TYPES)), SourceFile.Format.CSV, "ID|AT");
    Export other =
        export(
            mapping(write(TYPES.replace("{default: phone}", "{default: app}"))),
            SourceFile.Format.CSV,
            "ID|AT");
    assertThat(
            List.of(
                IntakeRules.recipe(SEEDS, plain.by(SourceMapping.NONE)),
                IntakeRules.recipe(SEEDS, mapped),
                IntakeRules.recipe(SEEDS, other)))
        .doesNotHaveDuplicates();
    assertThat(IntakeRules.recipe(SEEDS, mapped))
        .isEqualTo(
            IntakeRules.recipe(SEEDS, mapped.by(mapping(write(TYPES.replace("ledger", "book"))))));
  }

  private String ledger(String cells) throws IOException {
    return judged(write(TYPES), SourceFile.Format.CSV, "ID|TYPE|AT|DUE|CLOSED|OK", cells);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("sources.yaml"), text);
  }

  private static String judged(Path file, SourceFile.Format format, String header, String cells) {
    Export export = export(mapping(file), format, header);
    return Verdicts.say("tickets", new RecordIntake(export, RULES).judge(bars(cells)));
  }

  private static SourceMapping mapping(Path file) {
    return SourceMappings.read(file, SEEDS).all().get(0);
  }

  private static Export export(SourceMapping mapping, SourceFile.Format format, String header) {
    List<String> cells = bars(header);
    SourceFile file = new SourceFile("a", "file:/exports/a", 1, 0, format, SourceFile.Packing.NONE);
    Header found = new Header("tickets", cells, mapping.positions(cells));
    return new Export(file, "0".repeat(64), null, found, 1).by(mapping);
  }

  private static List<String> bars(String text) {
    return List.of(Escapes.read(text).split("\\|", -1));
  }
}

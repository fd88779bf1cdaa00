package org.nianbao.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.testing.Project;

class SourceMappingsTest {
  private static final Path KANSAS =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/mapping/kansas.yaml");

  @TempDir private Path folder;

  @Test
  void shouldReadTheExampleOfTheManual() {
    SourceMapping kansas = SourceMappings.read(KANSAS, Project.seeds()).all().get(0);

    assertThat(kansas.dataset()).isEqualTo("tickets");
    assertThat(kansas.zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(kansas.column("town").otherwise()).isEqualTo("unknown");
    assertThat(kansas.column("received_at").formats()).containsExactly("MM/dd/yyyy", "M/d/yy");
    assertThat(kansas.value("status", " resol ")).contains("closed");
    assertThat(kansas.value("status", "NEW")).isEmpty();
    assertThat(kansas.own("town", " Old\n Town ")).contains("Old Town");
    assertThat(kansas.own("status", "NEW")).isEmpty();
  }

  @Test
  void shouldFindColumnsByTheNamesOfTheHeaderAsPeopleReadThem() {
    SourceMapping kansas = SourceMappings.read(KANSAS, Project.seeds()).all().get(0);

    assertThat(kansas.positions(List.of("\uFEFFcase id", "X", "Creation\nDate")))
        .containsOnly(entry("ticket_id", 0), entry("received_at", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "*.csv a.csv true",
        "*.csv 2017/b/a.csv true",
        "2017/*.csv 2017/a.csv true",
        "2017/*.csv 2017/b/a.csv false",
        "2017/**.csv 2017/b/a.csv true",
        "**/b/*.csv b/a.csv true",
        "**/b/*.csv 2017/c/b/a.csv true",
        "a?.csv a1.csv true",
        "a?.csv a.csv false",
        "a[1].csv a[1].csv true",
        "A.csv a.csv false",
      })
  void shouldClaimFilesByThePatternOfTheirNames(String glob, String name, boolean claimed) {
    assertThat(new FileGlob(glob, 1).matches(name)).isEqualTo(claimed);
  }

  @Test
  void shouldNameTheLinesOfMappingsThatClaimOneFile() throws IOException {
    SourceMappings mappings =
        SourceMappings.read(
            written(Files.readString(KANSAS) + second("b", "**/x_*.csv")), Project.seeds());

    assertThat(mappings.claiming("x_1.csv").name()).isEqualTo("b");
    assertThat(mappings.claiming("other.csv")).isEqualTo(SourceMapping.NONE);
    assertThatExceptionOfType(MappingException.class)
        .isThrownBy(
            () ->
                mappings.demandOneClaim(
                    List.of("x_1.csv", "x_neighborhood.csv", "y/x_a_neighborhood.csv")))
        .withMessage(
            "Cannot use %s line 18: 'b' claims x_neighborhood.csv and 1 more, as 'kansas-311' does in line 4; let one mapping claim a file",
            folder.resolve("sources.yaml"));
  }

  @Test
  void shouldChangeTheFingerprintWithTheMeaningAndNotWithThePlace() throws IOException {
    String text = Files.readString(KANSAS);
    String plain = fingerprint(text);

    assertThat(fingerprint("# moved\n" + text.replace("kansas-311", "kc").replace("*_n", "**_n")))
        .isEqualTo(plain);
    assertThat(fingerprint(text.replace("DUP: withdrawn", "DUP: closed"))).isNotEqualTo(plain);
    assertThat(fingerprint(text.replace("America/Chicago", "UTC"))).isNotEqualTo(plain);
    assertThat(fingerprint(text.replace("\"MM/dd/yyyy\", ", ""))).isNotEqualTo(plain);
    assertThat(fingerprint(text.replace("open: [town, ", "open: [ticket_type, town, ")))
        .isEqualTo(plain);
    assertThat(SourceMapping.NONE.fingerprint()).isEmpty();
  }

  @Test
  void shouldReadTwoDigitYearsOfThisCenturyAndNoDayThatTheCalendarLacks() {
    assertThat(LocalDate.parse("3/5/17", DatePattern.reader("M/d/yy"))).isEqualTo("2017-03-05");
    assertThat(LocalDate.parse("5 MAR 2017", DatePattern.reader("d MMM yyyy")))
        .isEqualTo("2017-03-05");
    for (String text : List.of("2/30/17", "3/5/2017", "13/1/17")) {
      assertThatExceptionOfType(DateTimeParseException.class)
          .as(text)
          .isThrownBy(() -> LocalDate.parse(text, DatePattern.reader("M/d/yy")));
    }
  }

  private String fingerprint(String text) throws IOException {
    return SourceMappings.read(written(text), Project.seeds()).all().get(0).fingerprint();
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("sources.yaml"), text);
  }

  private static String second(String name, String files) {
    return """
          - name: %s
            dataset: tickets
            files: "%s"
            columns: {ticket_id: ID, ticket_type: T, ticket_source: S, received_at: D}
        """
        .formatted(name, files);
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.seed.SeedFiles;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;

/** The command, from files to the rows that a person reviews. */
class ReadReportTest {
  private static final Path REPORTS =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/report");
  private static final String REPORT =
      """
      %s%d年政府信息公开工作年度报告
      二、主动公开政府信息情况
      全年主动公开政府信息%d条。
      """;

  @TempDir private Path folder;

  @Test
  void shouldWriteRowsThatTheSeedsTake() {
    Path out = folder.resolve("figures.csv");

    Nianbao run = Nianbao.run("read-report", REPORTS.resolve("pipe-table-2017"), "--out", out);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Status.DONE);
    assertThat(run.out()).contains("东坑镇 2017 年度报告：30 个数字，2 处放不进去", "放不进去  六  1500条  在问题和打算部分");
    assertThat(seedsWith(out).rows("published_figures"))
        .hasSize(30)
        .first()
        .satisfies(
            row -> {
              assertThat(row.get("source")).isEqualTo("东坑镇2017年度报告");
              assertThat(row.get("evidence")).startsWith("全年在中国·东莞政府网站上公开信息1371条");
              assertThat(row.get("confidence")).isEqualTo("high");
              assertThat(row.get("file")).endsWith("pipe-table-2017/report.txt");
            });
  }

  @Test
  void shouldReadTheOthersWhereOneCannotBeRead() throws IOException {
    write("大朗镇/2016年.txt", REPORT.formatted("大朗镇", 2016, 120));
    write("石龙镇/2016年.pdf", "%PDF-1.7");
    write("石龙镇/2016年.docx", "PK\u0003\u0004 cut off");
    write("别处/年报.txt", "没有说是哪里哪一年。");
    write("石龙镇/~$2016年.docx", "left by Word");
    write("石龙镇/2016年.xlsx", "no report");
    Path out = folder.resolve("figures.csv");

    Nianbao run = Nianbao.run("read-report", folder, "--out", out);

    assertThat(run.status()).isEqualTo(Status.INPUT);
    assertThat(run.err().lines())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("2016年.pdf: it is a PDF; save its text"),
            line -> assertThat(line).contains("2016年.docx: it is no Word document"),
            line ->
                assertThat(line)
                    .contains("别处/年报.txt: it names no town of the lists")
                    .contains("--town NAME-OR-CODE"));
    assertThat(CsvRows.of(out)).hasSize(1).first().satisfies(row -> value(row, "120"));
  }

  private static void value(java.util.Map<String, String> row, String value) {
    assertThat(row).containsEntry("value", value).containsEntry("town_code", "441900113");
  }

  @Test
  void shouldReadManyReportsInTheOrderOfTheirNames() throws IOException {
    for (int year = 2008; year < 2019; year++) {
      for (String town : List.of("东坑镇", "大朗镇", "石龙镇", "长安镇")) {
        write("%s/%d.txt".formatted(town, year), REPORT.formatted(town, year, year - 1000));
      }
    }
    Path out = folder.resolve("figures.csv");

    Nianbao run = Nianbao.run("read-report", folder, "--out", out);

    assertThat(run.status()).isEqualTo(Status.DONE);
    assertThat(CsvRows.of(out))
        .hasSize(44)
        .isSortedAccordingTo((a, b) -> file(a).compareTo(file(b)));
  }

  private static String file(java.util.Map<String, String> row) {
    return row.get("file");
  }

  @Test
  void shouldTakeTownAndYearFromTheUserForASingleReport() throws IOException {
    Path report = write("年报.txt", "二、主动公开政府信息情况\n全年主动公开政府信息7条。\n");
    Path out = folder.resolve("figures.csv");

    Nianbao run =
        Nianbao.run("read-report", report, "--out", out, "--town", "东坑", "--year", "2013");

    assertThat(run.status()).isEqualTo(Status.DONE);
    assertThat(CsvRows.of(out))
        .first()
        .satisfies(
            row -> assertThat(row).containsEntry("year", "2013").containsEntry("value", "7"));
  }

  @Test
  void shouldRefuseWhatCannotBe() throws IOException {
    IntStream.range(0, 2).forEach(i -> write(i + ".txt", REPORT.formatted("东坑镇", 2010 + i, 5)));
    Path out = folder.resolve("figures.csv");

    refused(Status.USAGE, "Missing required option: '--out", "read-report", folder);
    refused(
        Status.USAGE,
        "Cannot find reports: nowhere does not exist",
        "read-report",
        "nowhere",
        "--out",
        out);
    refused(
        Status.USAGE,
        "--town or --year: these are for a single report",
        "read-report",
        folder,
        "--out",
        out,
        "--year",
        "2017");
    refused(Status.USAGE, "of '北京镇'", "read-report", folder, "--out", out, "--town", "北京镇");
    assertThat(out).doesNotExist();
  }

  private static void refused(int status, String sentence, Object... args) {
    Nianbao run = Nianbao.run(args);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.err()).contains(sentence);
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Seeds seedsWith(Path figures) {
    SeedFiles files = Project.seedFiles();
    return Seeds.read(
        name -> name.equals("published_figures.csv") ? text(figures) : files.text(name));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;

/** What is refused: with one sentence, the right status, and nothing written. */
class RefusalsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          run --colour red          | 2 | Cannot start: Unknown options: '--colour', 'red'
          run --exports a --year 17 | 2 | Unknown option: '--year'
          run --stict               | 2 | Possible solutions: --strict
          plam                      | 2 | Did you mean: nianbao plan
          run --town 东抗镇           | 2 | is it 东城街道 or 东坑镇? check --town
          walk                      | 2 | Cannot start: Unmatched arguments from index 0: 'walk'
          run --years 17            | 2 | '17' is no year and no span of years
          run --years 2018..2015    | 2 | '2018..2015' ends before it begins
          run --base-year 20        | 2 | '20' is no year
          backtest --year last      | 2 | 'last' is no year
          run --as-of yesterday     | 2 | 'yesterday' is no date
          run --town 北京镇           | 2 | Cannot deliver the town '北京镇'
          run --exports nowhere     | 2 | Cannot find exports: nowhere does not exist
          run --exports shelf://a/b | 2 | Cannot list shelf://a/b:
          run --template nowhere    | 2 | Cannot use nowhere: there is no such file; check --template
          run --template ../pom.xml | 2 | as template: it is no Word document; save it as .docx
          run --seeds nowhere       | 2 | Cannot read the seeds: nowhere is no folder
          show tickets_by_weekday   | 2 | Cannot show 'tickets_by_weekday'
          """)
  void shouldRefuseWrongUsage(String words, int status, String sentence) throws IOException {
    refused(status, sentence, words.split(" "));
  }

  @Test
  void shouldRefuseADraftThatIsNotThere() {
    Nianbao run = Nianbao.run("lint", "nowhere.docx");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Cannot read nowhere.docx: there is no such file");
  }

  @Test
  void shouldSayThatAFileOrFolderMayNotBeRead() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Path file = Files.writeString(exports.resolve("a.csv"), "工单编号\n1\n");
    assertThat(file.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(file), "whoever runs this test may read everything");
    refused(
        3, "(Permission denied); check its permissions", "plan", "--exports", exports.toString());
    assertThat(exports.toFile().setReadable(false)).isTrue();
    refused(2, "check the path and its permissions", "plan", "--exports", exports.toString());
    assertThat(exports.toFile().setReadable(true)).isTrue();
  }

  @Test
  void shouldSayWhatThereIsWhereNothingIsToDeliver() {
    Nianbao show = nianbao("show", "trends");
    assertThat(show.status()).isEqualTo(2);
    assertThat(show.err()).contains("nothing was read into it yet; run 'nianbao run' first");

    String exports = SampleRun.exports().resolve("12345热线/2014").toString();
    Nianbao run = nianbao("run", "--years", "2035", "--exports", exports);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("has none of them, but 东坑镇 2014..2014, 寮步镇 2014..2014")
        .contains("check --years and --town");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(nianbao("show", "tickets_by_month", "--town", "常平镇").status()).isEqualTo(2);
    assertThat(nianbao("show", "tickets_by_month", "--years", "2014").status()).isZero();
  }

  @Test
  void shouldRefuseAFolderWithoutExports() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("notes.md"), "no export");
    refused(3, "Cannot find any export", "run", "--exports", exports.toString());
  }

  @Test
  void shouldRefuseAFolderInWhichNothingIsRecognised() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("colours.csv"), "colour,weight\nred,3\n");
    refused(3, "Cannot use colours.csv", "run", "--exports", exports.toString());
  }

  @Test
  void shouldStopAtRejectsUnderStrict() throws IOException {
    refused(
        3,
        "Cannot go on under --strict",
        "run",
        "--strict",
        "--exports",
        SampleRun.exports().resolve("12345热线/2014").toString());
  }

  @Test
  void shouldRefuseAWarehouseOfAnotherVersion() {
    Path table = folder.resolve("warehouse/tickets");
    Spark.session().sql("select 1 as ticket").write().format("delta").save(table.toString());
    Nianbao run =
        nianbao("run", "--exports", SampleRun.exports().resolve("12345热线/2014").toString());
    assertThat(run.err())
        .contains("tickets: another version of Nianbao laid it out; name a new place")
        .doesNotContain("\tat ");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void shouldTakeTheGoodFileBesideEveryKindOfBadOne() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Path refused = Project.folder().resolve("jobs/src/test/resources/org/nianbao/source/refused");
    for (String name : List.of("web-page", "gzip", "empty", "header-only", "nul")) {
      Files.copy(refused.resolve(name + ".csv"), exports.resolve(name + ".csv"));
    }
    String header = "工单编号,工单类型,工单来源,受理时间\n";
    Files.writeString(
        exports.resolve("field.csv"), header + "a,\"" + "投".repeat(20 << 20) + "\",b,c\n");
    Files.writeString(
        exports.resolve("wide.csv"), "c,".repeat(5_000) + "\n" + "1,".repeat(5_000) + "\n");
    byte[] damaged =
        Files.readAllBytes(SampleRun.exports().resolve("12345热线/2018/全市12345工单2018.parquet"));
    for (int i = 50; i < 200; i++) {
      damaged[i] ^= 0x5A;
    }
    Files.write(exports.resolve("damaged.parquet"), damaged);
    Files.writeString(exports.resolve("东坑工单.csv"), header + "a,投诉,微信,2017-03-05\n");

    Nianbao strict = nianbao("run", "--strict", "--exports", exports.toString());
    assertThat(strict.status()).isEqualTo(3);
    assertThat(written()).isEmpty();
    Nianbao run = nianbao("run", "--exports", exports.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines())
        .hasSize(8)
        .isEqualTo(strict.err().lines().toList())
        .allMatch(line -> line.startsWith("Cannot use ") && line.length() < 400)
        .anyMatch(line -> line.contains("damaged.parquet: it breaks off at record 1"));
    assertThat(folder.resolve("out/tables/tickets_by_month.csv"))
        .content()
        .contains("441900109,东坑镇,2017,3,1");
  }

  @Test
  void shouldPlanWithoutWriting() throws IOException {
    Nianbao plan =
        nianbao("plan", "--exports", SampleRun.exports().resolve("12345热线/2014").toString());
    assertThat(plan.err()).isEmpty();
    assertThat(plan.status()).isZero();
    assertThat(plan.out())
        .contains("东坑镇2014年工单.csv", "GB18030", "读取 97 行  退回 1 行", "将重新计算：东坑镇 2014");
    assertThat(written()).isEmpty();
  }

  private void refused(int status, String sentence, String... words) throws IOException {
    Nianbao run = nianbao(words);
    assertThat(run.err()).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(run.status()).isEqualTo(status);
    assertThat(written()).isEmpty();
  }

  private Nianbao nianbao(String... words) {
    Object[] all =
        Stream.concat(
                Stream.of(words),
                Stream.of(
                    "--warehouse",
                    folder.resolve("warehouse").toString(),
                    "--out",
                    folder.resolve("out").toString()))
            .toArray();
    return Nianbao.run(all);
  }

  private Stream<Path> written() throws IOException {
    return Stream.of(folder.resolve("warehouse"), folder.resolve("out")).filter(Files::exists);
  }
}

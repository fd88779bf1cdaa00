package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;

/** The command over a draft of the sample, from a file to what a person reads. */
class LintCommandTest {
  private static final String DRAFT =
      """
      东坑镇2017年政府信息公开工作年度报告
      =举办培训班4321期，"如期"完成。
      通过市政府网站主动公开政府信息1317条。
      镇门户网站全年累计发布政府信息1376条。
      通过官方微博公开政府信息586条。
      """;

  @TempDir private Path folder;
  private Path draft;

  @BeforeEach
  void write() throws IOException {
    draft = Files.writeString(folder.resolve("draft.txt"), DRAFT);
  }

  @Test
  void shouldListWhatAPersonMustSeeAsCsv() throws IOException {
    Nianbao run = Nianbao.run("lint", draft, "--out", SampleRun.out(), "--format", "csv");

    assertThat(run.status()).isEqualTo(Status.CHECK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("\uFEFF结论,位置,章节,数字,上下文,相符的数,出处,数据编号,说明\r\n");
    List<Map<String, String>> rows =
        CsvRows.of(Files.writeString(folder.resolve("lint.csv"), run.out()));
    assertThat(rows)
        .extracting(row -> row.get("结论"), row -> row.get("数字"), row -> row.get("相符的数"))
        .containsExactly(
            tuple("没有来源", "4321期", ""),
            tuple("与数据不符", "1317条", "1371条"),
            tuple("没有来源", "1376条", ""));
    assertThat(rows.get(0).get("上下文")).isEqualTo("'=举办培训班【4321期】,如期完成。");
    assertThat(rows.get(1)).containsEntry("出处", "yearly_measures");
    assertThat(rows.get(1)).containsEntry("数据编号", "yearly_measures/publications/value");
    assertThat(rows.get(2)).containsEntry("说明", "若指“镇门户网站·条数”，应为1367条");
  }

  @Test
  void shouldSayTheSameInATerminal() {
    Nianbao run = Nianbao.run("lint", draft, "--out", SampleRun.out());

    assertThat(run.status()).isEqualTo(Status.CHECK);
    assertThat(run.out())
        .contains("应为 1371条", "若指“镇门户网站·条数”，应为1367条")
        .endsWith("符合 1，与数据不符 1，没有来源 2" + System.lineSeparator());
  }

  @Test
  void shouldRefuseAFormatThatThereIsNot() {
    Nianbao run = Nianbao.run("lint", draft, "--out", SampleRun.out(), "--format", "xml");

    assertThat(run.status()).isEqualTo(Status.USAGE);
    assertThat(run.err()).contains("'--format'", "csv", "'xml'");
  }
}

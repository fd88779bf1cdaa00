package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;
import picocli.CommandLine;

/** The folder that init lays out, and that the job can work with it. */
class InitCommandTest {
  @TempDir private Path parent;

  @Test
  void shouldLayOutAFolderForLastYear() throws IOException {
    Path folder = parent.resolve("年报/东坑");
    Nianbao init = Nianbao.run("init", folder, "--town", "东坑");

    assertThat(init.err()).isEmpty();
    assertThat(init.status()).isZero();
    assertThat(files(folder))
        .containsExactlyInAnyOrder(
            "README.md",
            "declared.csv",
            "exports/东坑镇/2022/_放在这里.txt",
            "schedule.cron",
            "sources.yaml");
    assertThat(init.out()).contains("下一步：把导出文件放入");
    assertThat(files(parent)).allMatch(file -> file.startsWith("年报/东坑/"));
    for (String file : files(folder)) {
      assertThat(folder.resolve(file)).content().doesNotContain("{town}", "{year}", "{folder}");
    }
    assertThat(folder.resolve("exports/东坑镇/2022/_放在这里.txt"))
        .content()
        .contains("*工单编号（工单号、", "*发布日期（", "镇街（");
  }

  @Test
  void shouldPlanWithWhatItLaidOut() throws IOException {
    Path folder = parent.resolve("东坑");
    Nianbao.run("init", folder, "--town", "441900109", "--year", "2017");
    Path exports = folder.resolve("exports/东坑镇/2017");
    Files.copy(
        SampleRun.exports().resolve("12345热线/2017/东坑镇/2017年工单明细.csv"), exports.resolve("工单.csv"));
    Files.writeString(
        exports.resolve("示例热线_2017.csv"),
        "流水号,属地,业务类别,接入方式,进线时间,归档时间\n88001,,反映,电话,2017年3月5日 9:30,2017.3.8\n",
        Charset.forName("GB18030"));
    Path declared = Files.copy(folder.resolve("declared.csv"), exports.resolve("年度填报.csv"));
    Files.writeString(declared, "东坑镇,2017,规章,,3,件,否,\r\n", StandardOpenOption.APPEND);
    Files.writeString(exports.resolve("~$工单.csv"), "Excel 的临时文件");

    Nianbao plan =
        Nianbao.run(
            "plan",
            "--exports",
            folder.resolve("exports"),
            "--sources",
            folder.resolve("sources.yaml"),
            "--warehouse",
            folder.resolve("warehouse"));

    assertThat(plan.err()).isEmpty();
    assertThat(plan.status()).isZero();
    assertThat(plan.out())
        .contains("12345工单  GB18030  读取 243 行  退回 1 行")
        .contains("按 ", "的映射 示例：另一套热线系统的导出", "读取 1 行  退回 0 行")
        .contains("年度填报.csv\n  填报数据  UTF-8 (BOM)  读取 1 行  退回 0 行")
        .contains("将重新计算：东坑镇 2017")
        .doesNotContain("临时文件", "放在这里");
  }

  @Test
  void shouldPrintCommandsThatExist() throws IOException {
    Path folder = parent.resolve("东坑");
    Nianbao.run("init", folder, "--town", "东坑镇");
    List<String> lines =
        Stream.concat(
                Files.readAllLines(folder.resolve("README.md")).stream(),
                Files.readAllLines(folder.resolve("schedule.cron")).stream())
            .filter(line -> line.contains(" --exports "))
            .toList();
    assertThat(lines).hasSize(3);
    for (String line : lines) {
      String words = line.replaceFirst(".*nianbao'? ", "").replaceFirst(" >> .*", "");
      CommandLine.ParseResult parsed =
          Main.commands(Clock.systemUTC(), Lang.EN).parseArgs(words.split(" "));
      assertThat(parsed.subcommand().matchedOptionValue("--exports", List.of()))
          .isEqualTo(List.of("exports"));
    }
  }

  @Test
  void shouldUseAFolderThatIsEmptyAndNoOther() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("empty"));
    assertThat(Nianbao.run("init", folder, "--town", "东坑镇").status()).isZero();
    List<String> before = files(folder);

    Nianbao again = Nianbao.run("init", folder, "--town", "寮步镇");

    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err())
        .isEqualTo(
            "Cannot lay out %s: the folder is not empty; name a new one%n".formatted(folder));
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void shouldRefuseAnUnknownTownAndNameThoseSpeltAlike() {
    Nianbao init = Nianbao.run("init", parent.resolve("new"), "--town", "东坑真");
    assertThat(init.status()).isEqualTo(2);
    assertThat(init.err())
        .contains("the town '东坑真': seeds/towns.csv has no such name or code; is it 东坑镇?");
    assertThat(parent.resolve("new")).doesNotExist();
  }

  @Test
  void shouldLeaveNothingWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");
    for (Path folder : List.of(file, file.resolve("below"))) {
      Nianbao init = Nianbao.run("init", folder, "--town", "东坑镇");
      assertThat(init.status()).isEqualTo(2);
      assertThat(init.err()).startsWith("Cannot lay out " + folder).doesNotContain("\tat ");
    }
    assertThat(files(parent)).containsExactly("file");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}

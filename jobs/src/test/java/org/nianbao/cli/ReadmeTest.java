package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.testing.Markdown;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;
import picocli.CommandLine;

/** What both READMEs say of the program, held against the program. */
class ReadmeTest {
  private static final String LAUNCHER = "./nianbao";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void shouldNameCommandsThatExist(String readme) {
    List<String> commands =
        Stream.concat(blocks(Markdown.of(readme)), Markdown.of(readme).codeInText().stream())
            .filter(line -> line.contains(LAUNCHER + " "))
            .map(line -> line.replaceFirst(".*" + Pattern.quote(LAUNCHER) + " +", ""))
            .map(line -> line.replaceFirst("[)\\\\].*", ""))
            .filter(line -> !line.matches("(COMMAND|命令)( .*)?"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(9);
    for (String command : commands) {
      assertThat(commandLine().parseArgs(command.split(" +")).subcommand() != null)
          .as(command)
          .isEqualTo(!command.startsWith("--"));
    }
  }

  @ParameterizedTest
  @CsvSource({"README.md, Commands and options", "README.zh-CN.md, 命令和选项"})
  void shouldNameEveryCommandAndOption(String readme, String heading) {
    Set<String> commands = new TreeSet<>();
    Set<String> options = new TreeSet<>();
    for (String code : Markdown.of(readme).section(heading).codeInFirstCells()) {
      String word = code.replaceFirst("[ |\\\\].*", "").replaceFirst("…", "");
      (word.startsWith("-") ? options : commands).add(word);
    }
    assertThat(commands)
        .containsExactlyInAnyOrderElementsOf(commandLine().getSubcommands().keySet());
    assertThat(options)
        .containsExactlyInAnyOrderElementsOf(
            commandLine().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .flatMap(option -> Stream.of(option.names()))
                .collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void shouldGiveTheSameCommandsInBothLanguages() {
    assertThat(started("README.zh-CN.md")).isEqualTo(started("README.md"));
  }

  @Test
  void shouldGoFromAnExcelFileToADraftAsPrinted() throws Exception {
    Markdown english = Markdown.of("README.md").section("Your own data in five minutes");
    Markdown chinese = Markdown.of("README.zh-CN.md").section("五分钟用上自己的数据");
    Files.createSymbolicLink(
        folder.resolve("data-samples"), Project.folder().resolve("data-samples").toRealPath());

    StringBuilder printed = new StringBuilder();
    for (String line : english.code("")) {
      printed.append(line.startsWith(LAUNCHER) ? nianbao(line) : shell(line));
    }

    printed.append(
        Files.readString(folder.resolve("chashan/out/rejects/茶山镇/2022/12345工单2022.xlsx.csv")));
    Set<String> lines = new TreeSet<>(printed.toString().lines().map(String::strip).toList());
    assertThat(lines).containsAll(english.code("text")).containsAll(chinese.code("text"));
    for (Markdown page : List.of(english, chinese)) {
      assertThat(page.codeInText())
          .filteredOn(code -> code.startsWith("chashan/"))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(folder.resolve(file)).exists());
    }
  }

  private String nianbao(String line) {
    Object[] words =
        Stream.of(line.split(" +"))
            .skip(1)
            .map(word -> word.startsWith("chashan") ? folder.resolve(word).toString() : word)
            .toArray();
    Nianbao run = Nianbao.run(words);
    assertThat(run.err()).as(line).isEmpty();
    assertThat(run.status()).as(line).isZero();
    return run.out();
  }

  private String shell(String line) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).as(line + ": " + said).isZero();
    return said;
  }

  private static List<String> started(String readme) {
    return blocks(Markdown.of(readme))
        .filter(line -> line.matches("(\\./nianbao|mvn|cp|spark-submit|jobs/target)\\b.*"))
        .toList();
  }

  private static Stream<String> blocks(Markdown page) {
    return page.code("").stream();
  }

  private static CommandLine commandLine() {
    return Main.commands(Clock.systemUTC(), Lang.EN);
  }
}

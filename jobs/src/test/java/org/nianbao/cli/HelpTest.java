package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nianbao.testing.Nianbao;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help: every command and option in Chinese and English. */
class HelpTest {
  private static final CommandLine COMMANDS = Main.commands(Clock.systemUTC(), Lang.EN);

  @ParameterizedTest
  @EnumSource
  void shouldTellEveryCommandAndOptionAndNothingElse(Lang language) throws IOException {
    Properties texts = own(language);
    Set<String> used = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    for (CommandSpec command : specs()) {
      String name = command.qualifiedName(".");
      look(texts, List.of(name + ".usage.description"), used, missing);
      for (ArgSpec arg : command.args()) {
        look(texts, List.of(name + "." + key(arg), key(arg)), used, missing);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(texts.stringPropertyNames().stream().filter(key -> !isFrame(key)))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void shouldHaveTheSameKeysAndMarksInBothLanguages() throws IOException {
    Properties english = own(Lang.EN);
    Properties chinese = own(Lang.ZH);
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(marks(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(marks(english.getProperty(key)));
      if (key.endsWith("description")) {
        assertThat(chinese.getProperty(key)).as(key).matches("(?s).*\\p{IsHan}.*");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh_CN.UTF-8,,,,ZH",
    "zh,,en_GB.UTF-8,,ZH",
    "en,zh_CN.UTF-8,,,EN",
    ",zh_CN.GB18030,,en_GB.UTF-8,ZH",
    ",,zh_HK.UTF-8,en_GB.UTF-8,ZH",
    ",,,zh_CN.UTF-8,ZH",
    ",C.UTF-8,,zh_CN.UTF-8,EN",
    ",,,,EN"
  })
  void shouldSpeakAsTheEnvironmentSays(
      String own, String all, String messages, String general, Lang expected) {
    Map<String, String> environment =
        Map.of(
            "NIANBAO_LANG", own == null ? "" : own,
            "LC_ALL", all == null ? "" : all,
            "LC_MESSAGES", messages == null ? "" : messages,
            "LANG", general == null ? "" : general);
    assertThat(Lang.of(environment)).isEqualTo(expected);
  }

  @Test
  void shouldPrintHelpInTheLanguageAskedFor() {
    Nianbao chinese = Nianbao.run("run", "--help", "--lang", "zh");
    assertThat(chinese.status()).isZero();
    assertThat(chinese.out())
        .startsWith("用法：nianbao run")
        .contains("主任务：读入数据", "--exports=PATH", "要交付的报告年度", "显示本帮助后退出", "100.0 %（")
        .doesNotContain("Usage", "show this help");
    Nianbao english = Nianbao.run("--lang", "en", "--help");
    assertThat(english.out())
        .startsWith("Usage: nianbao")
        .contains("Commands:", "print a result table", "Exit status:", "2   wrong usage");
    Nianbao all = Nianbao.run("--help", "--lang=zh");
    assertThat(all.out()).contains("命令：", "在终端显示一张结果表", "退出状态：");
  }

  @Test
  void shouldRefuseALanguageThatIsNotThere() {
    Nianbao run = Nianbao.run("run", "--lang", "fr");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'--lang'", "'fr' is no language of the help; write zh or en");
  }

  /** A list by itself: as a bundle the Chinese one takes from the English one what it lacks. */
  private static Properties own(Lang language) throws IOException {
    String name = language == Lang.EN ? "help.properties" : "help_zh.properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(Main.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  private static void look(
      Properties texts, List<String> keys, Set<String> used, Set<String> missing) {
    keys.stream()
        .filter(texts::containsKey)
        .findFirst()
        .ifPresentOrElse(used::add, () -> missing.add(keys.get(0)));
  }

  private static Collection<CommandSpec> specs() {
    return Stream.concat(Stream.of(COMMANDS), COMMANDS.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec)
        .toList();
  }

  private static String key(ArgSpec arg) {
    if (arg.descriptionKey() != null && !arg.descriptionKey().isEmpty()) {
      return arg.descriptionKey();
    }
    return ((OptionSpec) arg).longestName().replaceFirst("^-+", "");
  }

  /** Headings, footers and exit statuses stand around the texts of commands and options. */
  private static boolean isFrame(String key) {
    return key.matches("(.*\\.)?usage\\.(?!description).*");
  }

  private static List<String> marks(String text) {
    return java.util.regex.Pattern.compile("\\$\\{[^}]+}|%.|--[a-z]+|\\d+")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .filter(mark -> !mark.equals("%n"))
        .sorted()
        .toList();
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.testing.Project;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine.ParseResult;

/** What {@code jobs/deploy} tells schedulers and clusters is what the job understands. */
class DeployTest {
  private static final Path DEPLOY = Project.folder().resolve("jobs/deploy");
  private static final String SCHEDULED = "kubernetes/scheduled-spark-application.yaml";

  /** A command of the job, up to the end of the line or to where its output goes. */
  private static final Pattern COMMAND = Pattern.compile("(?m)(?<=[ \n])run (--[^>\n]+)");

  @ParameterizedTest
  @ValueSource(strings = {"nianbao.cron", "yarn.sh", "systemd/nianbao.service"})
  void shouldGiveOptionsThatThereAre(String file) throws IOException {
    Matcher command = COMMAND.matcher(text(file).replace("\\\n", " "));

    assertThat(command.find()).isTrue();
    isRun(List.of(command.group().strip().split(" +")));
  }

  @Test
  void shouldGiveOptionsThatThereAreToTheOperator() throws IOException {
    Map<String, Object> template = map(map(documents(SCHEDULED).get(0), "spec"), "template");

    assertThat(template.get("mainClass")).isEqualTo(Main.class.getName());
    assertThat(template.get("sparkVersion")).isEqualTo(version("spark"));
    isRun(((List<?>) template.get("arguments")).stream().map(Object::toString).toList());
  }

  private static void isRun(List<String> words) {
    ParseResult parsed =
        Main.commands(Clock.systemUTC(), Lang.EN).parseArgs(words.toArray(String[]::new));
    ParseResult run = parsed.subcommand();
    assertThat(run.commandSpec().name()).isEqualTo("run");
    for (String option : List.of("--exports", "--warehouse", "--out")) {
      assertThat(run.hasMatchedOption(option)).as(option).isTrue();
    }
  }

  @Test
  void shouldMountTheVolumeThatIsAskedFor() throws IOException {
    Map<String, Object> template = map(map(documents(SCHEDULED).get(0), "spec"), "template");
    List<String> named =
        documents("kubernetes/data.yaml").stream()
            .map(document -> document.get("kind") + " " + map(document, "metadata").get("name"))
            .toList();

    assertThat(template.toString()).contains("claimName=nianbao-data");
    assertThat(map(template, "driver")).containsEntry("serviceAccount", "nianbao-spark");
    assertThat(named)
        .contains("PersistentVolumeClaim nianbao-data", "ServiceAccount nianbao-spark");
    for (String part : List.of("driver", "executor")) {
      assertThat(map(template, part).get("volumeMounts").toString()).contains("mountPath=/data");
    }
  }

  @Test
  void shouldNameTheVersionsOfTheBuild() throws IOException {
    String delta =
        "io.delta:delta-spark_%s_2.13:%s"
            .formatted(version("spark").replaceFirst("\\.\\d+$", ""), version("delta"));

    assertThat(text("kubernetes/Dockerfile"))
        .contains("FROM apache/spark:%s-scala2.13-java17-".formatted(version("spark")));
    assertThat(text("yarn.sh")).contains("--packages " + delta + " ");
  }

  @Test
  void shouldBeScriptsThatTheShellUnderstands() throws Exception {
    assertThat(said("bash", "-n", DEPLOY.resolve("yarn.sh").toString())).isEmpty();
  }

  @Test
  void shouldBeUnitsThatSystemdUnderstands(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is not installed");
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    for (String unit : List.of("nianbao.service", "nianbao.timer")) {
      // The job is installed nowhere here.
      String text = text("systemd/" + unit).replace("/opt/nianbao/nianbao", "/bin/true");
      command.add(Files.writeString(folder.resolve(unit), text).toString());
    }
    assertThat(said(command.toArray(String[]::new))).doesNotContain("nianbao");
  }

  /** What a command says of the files, which is what is wrong with them. */
  private static String said(String... command) throws Exception {
    Path said = Files.createTempFile("nianbao", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(said);
    Files.delete(said);
    return text;
  }

  private static List<Map<String, Object>> documents(String file) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(text(file))
        .forEach(document -> documents.add(map(document)));
    return documents;
  }

  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return map(parent.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String version(String component) throws IOException {
    Matcher version =
        Pattern.compile("<%s\\.version>(.*?)<".formatted(component))
            .matcher(Files.readString(Project.folder().resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private static String text(String file) throws IOException {
    return Files.readString(DEPLOY.resolve(file));
  }
}

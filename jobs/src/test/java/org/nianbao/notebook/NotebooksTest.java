package org.nianbao.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.job.EditionsStep;
import org.nianbao.job.Progress;
import org.nianbao.job.Results;
import org.nianbao.testing.Browser;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;

/**
 * Executes the notebooks in Jupyter and holds what they print against what is stored in them;
 * pictures may differ. With nianbao.notebooks.write they are stored anew: {@code mvn -pl jobs test
 * -Dtest=NotebooksTest -Dnianbao.notebooks.write=true}.
 */
class NotebooksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Project.folder().toAbsolutePath().normalize();
  private static final Path NOTEBOOKS = HOME.resolve("notebooks");

  /** The kernel may lose the first message that reaches it while it starts, and is silent then. */
  private static final int ATTEMPTS = 6;

  private static final int SECONDS_TO_START = 20;

  private static Path build;
  private static Path work;

  @BeforeAll
  static void deliver() throws IOException {
    assumeTrue(Browser.isOnPath("jupyter-nbconvert"), "jupyter-nbconvert is not installed");
    build = SampleRun.out().getParent();
    work = Files.createDirectories(build.resolve("notebooks"));
    deliverThirtyTowns(build.resolve("thirty-towns"));
    writeCommand();
  }

  /** Their tables alone: the documents of 150 editions would take most of the time. */
  private static void deliverThirtyTowns(Path folder) throws IOException {
    Path exports = HOME.resolve("data-samples/thirty-towns/exports");
    Path held = folder.resolve("warehouse");
    Path out = folder.resolve("out");
    Nianbao intake = Nianbao.run("intake", "--exports", exports, "--warehouse", held, "--out", out);
    assertThat(intake.err()).isEmpty();
    assertThat(Nianbao.run("tables", "--warehouse", held, "--out", out).status()).isZero();
    Warehouse warehouse = new Warehouse(Spark.session(), held.toString());
    Results.Scope all = new Results.Scope(Set.of(), new TreeSet<>());
    new EditionsStep(
            new Results(Spark.session(), warehouse, new Ledgers(warehouse), Project.seeds(), all),
            Project.seeds(),
            new Progress(null, Clock.systemUTC(), Spark.session()))
        .write(out);
  }

  /** What stands in for ./nianbao, which would build the jar first: this build's classes. */
  private static void writeCommand() throws IOException {
    List<String> options =
        new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    options.removeIf(option -> option.startsWith("-javaagent"));
    options.add("-Dnianbao.home=" + HOME);
    options.add("-Dspark.sql.codegen.wholeStage=false");
    options.add("-Dspark.sql.codegen.factoryMode=NO_CODEGEN");
    options.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.nianbao.cli.Main"));
    Path arguments = work.resolve("java.options");
    Files.writeString(
        arguments,
        options.stream()
            .map(option -> '"' + option.replace("\\", "\\\\") + '"')
            .collect(Collectors.joining("\n")));
    Path command = work.resolve("nianbao");
    Files.writeString(
        command, "#!/bin/sh\nexec \"%s\" \"@%s\" \"$@\"\n".formatted(java(), arguments));
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"01-a-towns-year", "02-thirty-towns-five-years", "03-a-foreign-archive"})
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void shouldPrintWhatIsStoredInIt(String name) throws Exception {
    Path stored = NOTEBOOKS.resolve(name + ".ipynb");
    Path executed = work.resolve(name + ".ipynb");
    execute(stored, executed);
    if (Boolean.getBoolean("nianbao.notebooks.write")) {
      // The version of Java that ran it says nothing to its readers.
      Files.writeString(
          stored, Files.readString(executed).replaceAll(",\\s*\"version\": \"[^\"]*\"", ""));
    }
    List<String> printed = printed(executed);
    assertThat(printed).hasSizeGreaterThan(5).allSatisfy(text -> assertThat(text).isNotBlank());
    assertThat(printed).isEqualTo(printed(stored));
  }

  private static void execute(Path notebook, Path executed) throws Exception {
    Path log = work.resolve("jupyter.log");
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int status = jupyter(notebook, executed, log.toFile());
      if (status == 0) {
        return;
      }
      boolean silent = Files.readString(log).contains("RuntimeError: Kernel d");
      assertThat(silent && attempt < ATTEMPTS).as(Files.readString(log)).isTrue();
    }
  }

  private static int jupyter(Path notebook, Path executed, File log) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                "jupyter-nbconvert",
                "--to=notebook",
                "--execute",
                "--ExecutePreprocessor.startup_timeout=" + SECONDS_TO_START,
                "--ExecutePreprocessor.timeout=200",
                "--ExecutePreprocessor.record_timing=False",
                "--output=" + executed,
                notebook.toString())
            .directory(NOTEBOOKS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    String path = java().getParent() + File.pathSeparator + System.getenv("PATH");
    builder.environment().put("PATH", path);
    builder.environment().put("JUPYTER_PATH", NOTEBOOKS.toString());
    builder.environment().put("JUPYTER_RUNTIME_DIR", work.toString());
    builder.environment().put("NIANBAO_BUILD", build.toAbsolutePath().toString());
    builder.environment().put("NIANBAO", work.resolve("nianbao").toAbsolutePath().toString());
    Process process = builder.start();
    try {
      return process.waitFor();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** What each output says as text, cell by cell. */
  private static List<String> printed(Path notebook) throws IOException {
    List<String> printed = new ArrayList<>();
    for (JsonNode cell : JSON.readTree(notebook.toFile()).get("cells")) {
      for (JsonNode output : cell.path("outputs")) {
        JsonNode text = output.has("text") ? output.get("text") : output.path("data");
        if (!text.has("image/png")) {
          printed.add(joined(text));
        }
      }
    }
    return printed;
  }

  /** The texts of a node, whatever lines they are split into. */
  private static String joined(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    StringBuilder text = new StringBuilder();
    node.forEach(part -> text.append(joined(part)));
    return text.toString();
  }
}

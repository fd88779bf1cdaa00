package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.testing.Project;

/** What the launcher says on a machine that lacks something, with programs that only pretend. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir private Path folder;
  private Path programs;
  private Path launcher;

  @BeforeEach
  void shouldHaveNothingButAShell() throws Exception {
    programs = Files.createDirectory(folder.resolve("bin"));
    for (String name : new String[] {"bash", "dirname", "sed", "head", "locale", "find", "env"}) {
      for (String place : System.getenv("PATH").split(":", -1)) {
        if (Files.isExecutable(Path.of(place, name)) && !Files.exists(programs.resolve(name))) {
          Files.createSymbolicLink(programs.resolve(name), Path.of(place, name));
        }
      }
    }
    launcher = Files.copy(Project.folder().resolve("nianbao"), folder.resolve("nianbao"));
  }

  @Test
  void shouldSayThatThereIsNoJava() throws Exception {
    assertThat(said(2, Map.of()))
        .isEqualTo(
            "Cannot start: there is no java; install JDK 17 or later, or set JAVA_HOME to one.");
    assertThat(said(2, Map.of("JAVA_HOME", "/nowhere")))
        .startsWith("Cannot start: there is no /nowhere/bin/java; ");
  }

  @ParameterizedTest
  @CsvSource({"java version \"1.8.0_392\", 8", "openjdk version \"11.0.2\" 2019-01-15, 11"})
  void shouldSayThatJavaIsTooOld(String line, int version) throws Exception {
    program("java", "echo '%s' >&2".formatted(line));
    assertThat(said(2, Map.of()))
        .isEqualTo(
            "Cannot start: java is Java %d, which is too old; install JDK 17 or later, or set JAVA_HOME to one."
                .formatted(version));
  }

  @Test
  void shouldSayWhatIsMissingToBuild() throws Exception {
    program("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");
    assertThat(said(2, Map.of()))
        .startsWith("Cannot build " + folder.resolve("jobs/target/nianbao.jar"))
        .endsWith(": there is no Maven (mvn); install Maven 3.8 or later, or set PATH to one.");
    program("mvn", "exit 1");
    assertThat(said(2, Map.of()))
        .endsWith(
            ": there is no javac; install a JDK, which can compile, or set JAVA_HOME to one.");
    program("javac", "exit 0");
    assertThat(said(2, Map.of())).isEqualTo("Cannot build: see what Maven says above.");
  }

  private void program(String name, String line) throws IOException {
    Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + line + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private String said(int status, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    builder.environment().put("PATH", programs.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(status);
    return said.strip();
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Nianbao;

/** What bash itself completes with the script. */
class CompletionTest {
  @TempDir private Path folder;

  @Test
  void shouldCompleteCommandsOptionsAndValuesInBash() throws Exception {
    assertThat(completed("re")).containsExactlyInAnyOrder("read-report", "revisions");
    assertThat(completed("run", "--strict-")).containsExactly("--strict-rounding");
    assertThat(completed("lint", "--format", "c")).containsExactly("csv");
    assertThat(completed("run", "--lang", "")).containsExactlyInAnyOrder("en", "zh");
    assertThat(completed("show", "tickets_by_m")).containsExactly("tickets_by_month");
  }

  private List<String> completed(String... words) throws Exception {
    Path script = script();
    String line =
        "source '%s'; compopt() { :; }; COMP_WORDS=(nianbao %s); COMP_CWORD=%d; COMP_LINE=\"${COMP_WORDS[*]}\"; "
                .formatted(script, quoted(words), words.length)
            + "_complete_nianbao; printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process bash = bash(line);
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said.lines().map(String::strip).toList();
  }

  private Path script() throws IOException {
    Nianbao run = Nianbao.run("completion");
    assertThat(run.status()).isZero();
    return Files.writeString(folder.resolve("completion.bash"), run.out());
  }

  private static String quoted(String... words) {
    return "'" + String.join("' '", words) + "'";
  }

  private static Process bash(String line) {
    try {
      return new ProcessBuilder("bash", "--norc", "-c", line).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "there is no bash: " + e.getMessage());
      throw new IllegalStateException(e);
    }
  }
}

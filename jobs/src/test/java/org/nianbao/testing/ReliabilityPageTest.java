package org.nianbao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of what was tried. With {@code -Dnianbao.reliability.write=true} rows that tests have
 * kept take the place of those of the same test; the others stay.
 */
class ReliabilityPageTest {
  private static final Path PAGE = Project.folder().resolve("jobs/docs/reliability.md");
  private static final Path TESTS = Project.folder().resolve("jobs/src/test/java");
  private static final String RULE = "|---|---|---|---:|---|---|";

  @Test
  void shouldNameTestsThatThereAre() throws IOException {
    if (Boolean.getBoolean("nianbao.reliability.write")) {
      write();
    }
    List<Trial> trials = trials(Files.readAllLines(PAGE));

    assertThat(trials).isNotEmpty().isSorted();
    assertThat(trials)
        .allSatisfy(
            trial -> {
              String[] name = trial.test().split("#", 2);
              assertThat(source(name[0])).as(trial.test()).contains("void " + name[1] + "(");
              assertThat(trial.happened()).isNotEmpty();
            });
  }

  private static void write() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    Map<String, Trial> trials = new TreeMap<>();
    for (Collection<Trial> some : List.of(trials(lines), Trial.kept())) {
      some.forEach(trial -> trials.put(trial.test(), trial));
    }
    List<String> page = new ArrayList<>(lines.subList(0, lines.indexOf(RULE) + 1));
    trials.values().stream().sorted().map(Trial::line).forEach(page::add);
    page.addAll(lines.subList(end(lines), lines.size()));
    Files.write(PAGE, page);
  }

  private static List<Trial> trials(List<String> lines) {
    return lines.subList(lines.indexOf(RULE) + 1, end(lines)).stream().map(Trial::of).toList();
  }

  private static int end(List<String> lines) {
    int end = lines.indexOf(RULE) + 1;
    while (end < lines.size() && lines.get(end).startsWith("|")) {
      end++;
    }
    return end;
  }

  private static String source(String name) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return Files.readString(
          files
              .filter(file -> file.endsWith(name + ".java"))
              .findAny()
              .orElseThrow(() -> new AssertionError("There is no test " + name)));
    }
  }
}

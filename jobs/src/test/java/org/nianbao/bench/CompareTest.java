package org.nianbao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How runs are measured, kept and told. */
class CompareTest {
  private static final String CASE = "cold-3";

  @Test
  void shouldMeasureAProcessAndAllThatItStarts(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log.txt");
    String work = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; sleep 0.3; echo \"$SAID\"";
    Run run =
        Run.of(
            List.of("bash", "-c", "(" + work + ") & wait; exit 3"),
            Map.of("SAID", "done"),
            folder,
            log.toFile());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.seconds()).isGreaterThan(0.3);
    assertThat(run.cpuSeconds()).isGreaterThan(0.1);
    assertThat(log).hasContent("done");
  }

  @Test
  void shouldCountMemoryOnceThatAForkedProcessShares() {
    List<Usage> tree =
        List.of(
            new Usage("java Bench", 3000, 5),
            new Usage("java Bench", 2900, 0),
            new Usage("python worker", 100, 7));
    assertThat(Usage.kb(tree)).isEqualTo(3100);
    assertThat(Usage.ticks(tree)).isEqualTo(12);
  }

  @Test
  void shouldKeepRunsAndGiveTheirMedian(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("runs.csv");
    for (double seconds : new double[] {9, 1, 4}) {
      new Runs(file).add(CASE, Contender.SPARK, new Run(0, seconds, 2, 100), 0.5, "yes");
    }
    Runs runs = new Runs(file);
    assertThat(runs.of(CASE, "spark")).hasSize(3);
    assertThat(runs.of(CASE, "duckdb")).isEmpty();
    assertThat(runs.median(CASE, "spark", "seconds")).hasValue(4);
    assertThat(runs.median(CASE, "duckdb", "seconds")).isEmpty();
    runs.add(CASE, Contender.SPARK, new Run(0, 5, 2, 100), 0.5, "yes");
    assertThat(runs.median(CASE, "spark", "seconds")).hasValue(4.5);
  }

  @Test
  void shouldPutTheTablesBetweenTheMarksOfThePage(@TempDir Path folder) throws IOException {
    Runs runs = new Runs(folder.resolve("runs.csv"));
    runs.add(CASE, Contender.NIANBAO, new Run(0, 3, 5, 900), 0.5, "");
    runs.add(CASE, Contender.SPARK, new Run(0, 10, 20, 1500), 0.5, "no");
    Path page = folder.resolve("page.md");
    Files.writeString(page, "before\n<!-- measured -->\nstale\n<!-- end of measured -->\nafter\n");
    new ResultPage(runs).write(page);
    assertThat(page)
        .content()
        .startsWith("before\n")
        .endsWith("after\n")
        .doesNotContain("stale")
        .contains("| cold-3 | spark | 1 | 10.0 | 10.0–10.0 | 20.0 | 1500 | 0.5 | no |")
        .contains("| cold 3 M ÷ plain Spark | time | 0.30 | 0.25 | ≤ 0.35 |")
        .contains("| cold 12 M ÷ DuckDB | time | – | – | ≤ 2.5 |");
  }

  @Test
  void shouldRefuseACaseThatThereIsNot() {
    assertThat(Bench.run("compare", "--cases", "cold-4")).isEqualTo(2);
  }

  @Test
  void shouldStartEveryContenderOnTheSameExports() throws IOException {
    for (Contender contender : Contender.values()) {
      List<String> command =
          contender.command(List.of(Path.of("/a"), Path.of("/b")), Path.of("/c"));
      assertThat(command)
          .containsSequence("--exports", "/a", "/b", "--out", "/c/out", "--as-of", "2023-06-01");
      assertThat(Path.of(command.get(0))).isExecutable();
    }
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;

/** The same exports give the same tables, whatever the order in which they reach the archive. */
class LoadingOrderTest {
  private static final Path OVERLAPPING =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/overlapping");

  @TempDir private Path folder;

  @Test
  void shouldGiveTheSameTablesWhenTheLatestExportsComeFirst() throws IOException {
    List<Path> exports = exports();
    Collections.reverse(exports);
    List<Path> latest = exports.subList(0, exports.size() / 2);

    Map<String, String> inParts = load("parts", List.of(latest, exports));

    assertThat(inParts).isNotEmpty().isEqualTo(load("once", List.of(exports)));
    // Six tickets of 2017 came again in 2018 as taken up again, and twenty of 2018 as not.
    assertThat(reopened("2017")).containsExactly(6, 6);
    assertThat(reopened("2018")).containsExactly(0, 20);
  }

  private List<Integer> reopened(String year) {
    int[] sums = new int[2];
    CsvRows.of(folder.resolve("once/out/tables/ticket_handling.csv")).stream()
        .filter(row -> row.get("year").equals(year) && !row.get("reopened").isEmpty())
        .forEach(
            row -> {
              sums[0] += Integer.parseInt(row.get("reopened"));
              sums[1] += Integer.parseInt(row.get("reopened_base"));
            });
    return List.of(sums[0], sums[1]);
  }

  @Test
  @Tag("slow")
  void shouldGiveTheSameTablesYearByYear() throws IOException {
    List<Path> exports = exports();
    exports.sort(Comparator.comparing(path -> year(path)));

    assertThat(load("years", oneMoreEachTime(exports))).isEqualTo(load("once", List.of(exports)));
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(longs = {1, 2, 3})
  @Tag("slow")
  void shouldGiveTheSameTablesInAnyOrder(long seed) throws IOException {
    List<Path> exports = exports();
    Collections.shuffle(exports, new Random(seed));

    assertThat(load("shuffled", oneMoreEachTime(exports)))
        .isEqualTo(load("once", List.of(exports)));
  }

  /** The digits of the first year in the name. */
  private static String year(Path path) {
    return path.getFileName().toString().replaceFirst(".*?(20\\d\\d).*", "$1") + path;
  }

  private static List<List<Path>> oneMoreEachTime(List<Path> exports) {
    List<List<Path>> steps = new ArrayList<>();
    for (int i = 1; i <= exports.size(); i++) {
      steps.add(exports.subList(0, i));
    }
    return steps;
  }

  private static List<Path> exports() throws IOException {
    try (Stream<Path> files = Files.walk(OVERLAPPING)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".csv")).sorted().toList());
    }
  }

  /** Runs once for each step, with the exports of the step; gives the digests of the tables. */
  private Map<String, String> load(String name, List<List<Path>> steps) throws IOException {
    Path own = folder.resolve(name);
    Path exports = own.resolve("exports");
    for (List<Path> step : steps) {
      step.forEach(file -> copy(file, exports.resolve(OVERLAPPING.relativize(file))));
      Nianbao run =
          Nianbao.run(
              "run",
              "--exports",
              exports,
              "--warehouse",
              own.resolve("warehouse"),
              "--out",
              own.resolve("out"));
      assertThat(run.err()).isEmpty();
    }
    return CsvRows.hashes(own.resolve("out/tables"));
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      if (Files.notExists(to)) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

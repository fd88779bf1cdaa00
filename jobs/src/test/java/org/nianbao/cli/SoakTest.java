package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Trial;

/** One warehouse through many yearly updates. */
@Tag("slow")
class SoakTest {
  private static final int YEARS = 20;
  private static final String HEADER = "工单编号,工单类型,工单来源,受理时间,办结时间\n";

  private final int updates = Integer.getInteger("nianbao.updates", 200);

  @TempDir private Path folder;

  @Test
  void shouldTakeAsLongAfterManyUpdatesAsAfterFew() throws IOException {
    List<Double> seconds = new ArrayList<>();
    List<Long> files = new ArrayList<>();
    for (int update = 0; update < updates; update++) {
      write(update);
      long start = System.nanoTime();
      Nianbao run = nianbao("run");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      seconds.add(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
      if ((update + 1) % YEARS == 0) {
        age(folder.resolve("warehouse"));
        assertThat(nianbao("maintain", "--keep-days", "0").status()).isZero();
      }
      files.add(files(folder.resolve("warehouse")));
    }
    assertThat(CsvRows.of(folder.resolve("out/tables/ticket_handling.csv")))
        .hasSize(Math.min(YEARS, updates));
    int tenth = updates / 10;
    double early = median(seconds.subList(tenth, 2 * tenth));
    double late = median(seconds.subList(updates - tenth, updates));
    assertThat(late).isLessThan(early * 1.5);
    assertThat(files.get(updates - 1)).isLessThan(files.get(2 * tenth - 1) * 2);
    Trial.keep(
        "soak",
        "SoakTest#shouldTakeAsLongAfterManyUpdatesAsAfterFew",
        "updates of one warehouse: a town's file of one of %d years is new or repaired; `maintain` after each %d"
            .formatted(YEARS, YEARS),
        updates,
        "%.1f s an update after %d of them, %.1f s after %d; files in the warehouse %,d and %,d"
            .formatted(
                early, 2 * tenth, late, updates, files.get(2 * tenth - 1), files.get(updates - 1)));
  }

  /** The file of a year, with one ticket more each time that it is delivered anew. */
  private void write(int update) throws IOException {
    int year = 2001 + update % YEARS;
    StringBuilder text = new StringBuilder(HEADER);
    for (int ticket = 0; ticket <= update / YEARS; ticket++) {
      text.append("%d-%d,投诉,微信,%d-03-05,%d-04-01\n".formatted(year, ticket, year, year));
    }
    Path file = folder.resolve("exports/东坑镇").resolve(year + "年工单.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Nianbao nianbao(String command, String... more) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of(command, "--exports", folder.resolve("exports")));
    words.addAll(List.of("--warehouse", folder.resolve("warehouse")));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return Nianbao.run(words.toArray());
  }

  /** The day of the run is in the past of the files that it writes. */
  private static void age(Path warehouse) throws IOException {
    try (Stream<Path> files = Files.walk(warehouse)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    assertThat(Arrays.stream(sorted).count()).isPositive();
    return sorted[sorted.length / 2];
  }
}

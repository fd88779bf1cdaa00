package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;

/** A warehouse that was run several times, and tidied. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaintainTest {
  private static final int RUNS = 3;
  private static final int FILES = 7;
  private static final String HEADER = "工单编号,工单类型,工单来源,受理时间,办结时间\n";

  /** A name that a log has to write in another way. */
  @TempDir static Path folder;

  private Path warehouse;
  private Path exports;
  private Map<String, String> tables;
  private Nianbao maintained;
  private Path notes;

  @BeforeAll
  void run() throws IOException {
    warehouse = folder.resolve("仓 库 100%");
    exports = folder.resolve("exports");
    Files.createDirectories(exports);
    for (int i = 0; i < RUNS; i++) {
      for (int file = i * FILES; file < (i + 1) * FILES; file++) {
        Files.writeString(
            exports.resolve("东坑镇工单%02d.csv".formatted(file)),
            HEADER + "n%d,投诉,微信,2017-03-%02d,2017-03-30\n".formatted(file, file + 1));
      }
      // The last one is of a day of its own.
      command("run", "--as-of", i < RUNS - 1 ? "2023-05-01" : "2023-05-02");
    }
    tables = CsvRows.hashes(folder.resolve("out/tables"));
    Path orphan = warehouse.resolve("tickets/year=2017/part-orphan.snappy.parquet");
    Files.writeString(orphan, "of a run that was killed");
    notes = warehouse.resolve("tickets/notes.txt");
    Files.writeString(notes, "of a colleague");
    age(warehouse);
    command("maintain", "--keep-days", "0");
    // What was put together just now is no longer needed either.
    age(warehouse);
    maintained = command("maintain", "--keep-days", "0");
  }

  @Test
  void shouldLeaveFewFiles() throws IOException {
    assertThat(data("tickets")).as("of 21 exports").isEqualTo(1);
    assertThat(data("exports")).as("of three runs").isEqualTo(1);
    assertThat(data("coverage")).isEqualTo(1);
    assertThat(data("tickets_by_month")).as("of two days").isEqualTo(2);
    assertThat(maintained.out()).contains("合计：");
    assertThat(folder).as("nothing lies elsewhere").isDirectoryNotContaining("glob:**%20**");
    assertThat(warehouse.resolve("tickets/year=2017/part-orphan.snappy.parquet")).doesNotExist();
    assertThat(notes).exists();
  }

  @Test
  void shouldChangeNoFigure() throws IOException {
    command("editions");
    assertThat(CsvRows.hashes(folder.resolve("out/tables"))).isEqualTo(tables);
    Nianbao again = command("run", "--as-of", "2023-05-02");
    assertThat(again.out()).contains("重新计算：0 个镇街年度");
    assertThat(CsvRows.hashes(folder.resolve("out/tables"))).isEqualTo(tables);
  }

  @Test
  void shouldKeepWhatWentOutLastOnEachDay() throws IOException {
    command("revisions");
    assertThat(CsvRows.of(folder.resolve("out/revisions.csv")))
        .filteredOn(row -> row.get("table").equals("yearly_measures"))
        .extracting(row -> row.get("member") + " " + row.get("before") + " " + row.get("after"))
        .contains("measure=tickets 14 21");
  }

  @Test
  @Tag("slow")
  void shouldTakeFurtherRunsAndFindNothingToDoBehindItself(@TempDir Path other) throws IOException {
    Path copy = other.resolve("warehouse");
    PathUtils.copyDirectory(warehouse, copy);
    PathUtils.copyDirectory(exports, other.resolve("exports"));
    Files.writeString(other.resolve("exports/东坑镇工单99.csv"), HEADER + "m,投诉,微信,2016-03-05,\n");
    succeed(
        "run",
        "--exports",
        other.resolve("exports"),
        "--warehouse",
        copy,
        "--out",
        other.resolve("out"),
        "--as-of",
        "2023-05-02");
    assertThat(CsvRows.of(other.resolve("out/tables/tickets_by_month.csv")))
        .extracting(row -> row.get("year") + ":" + row.get("tickets"))
        .contains("2016:1")
        .hasSizeGreaterThan(1);
    age(copy);
    succeed("maintain", "--warehouse", copy, "--keep-days", "0");
    long once = files(copy);
    succeed("maintain", "--warehouse", copy, "--keep-days", "0");
    assertThat(files(copy)).isEqualTo(once);
  }

  @Test
  void shouldLeaveWhatWasWrittenOfLate() throws IOException {
    Path late = warehouse.resolve("tickets/year=2017/part-late.snappy.parquet");
    Files.writeString(late, "of a run that may still be on");
    Files.setLastModifiedTime(late, FileTime.from(Instant.parse("2023-05-30T00:00:00Z")));
    command("maintain");
    assertThat(late).exists();
    Files.delete(late);
  }

  @Test
  void shouldRefuseAFolderWithoutTables() {
    Nianbao refused = Nianbao.run("maintain", "--warehouse", folder.resolve("elsewhere"));
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no table at").contains("check --warehouse");
  }

  private Nianbao command(String name, String... more) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of(name, "--exports", exports, "--warehouse", warehouse));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return succeed(words.toArray());
  }

  private static Nianbao succeed(Object... words) {
    Nianbao command = Nianbao.run(words);
    assertThat(command.err()).isEmpty();
    assertThat(command.status()).isZero();
    return command;
  }

  /** Puts the times of all files before the day of the tests' clock. */
  private static void age(Path warehouse) throws IOException {
    FileTime old = FileTime.from(Instant.parse("2023-04-01T00:00:00Z"));
    try (Stream<Path> all = Files.walk(warehouse)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, old);
      }
    }
  }

  private long data(String table) throws IOException {
    try (Stream<Path> all = Files.walk(warehouse.resolve(table))) {
      return all.filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.getParent().endsWith("_delta_log"))
          .count();
    }
  }

  private static long files(Path warehouse) {
    try (Stream<Path> all = Files.walk(warehouse)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".crc"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

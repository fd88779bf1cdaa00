package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;

/** Running again, with nothing new or with one file more. */
class RepeatedRunTest {
  private static final String HOTLINE = "12345热线";

  @Test
  void shouldReadNothingAndComputeNothingTheSecondTime(@TempDir Path folder) throws IOException {
    PathUtils.copyDirectory(SampleRun.warehouse(), folder.resolve("warehouse"));
    JsonNode report = run(SampleRun.exports(), folder, "out");
    assertThat(report.path("recomputed")).isEmpty();
    assertThat(report.path("inputs").findValues("read")).noneMatch(JsonNode::asBoolean);
    assertThat(CsvRows.hashes(folder.resolve("out/tables")))
        .isEqualTo(CsvRows.hashes(SampleRun.out().resolve("tables")));
    assertThat(CsvRows.hashes(folder.resolve("out/rejects")))
        .isEqualTo(CsvRows.hashes(SampleRun.out().resolve("rejects")));
    assertThat(CsvRows.hashes(folder.resolve("warehouse")))
        .isEqualTo(CsvRows.hashes(SampleRun.warehouse()));
  }

  @Test
  @Tag("slow")
  void shouldComputeTheTownAndYearOfAnAddedFileAloneAndEndWhereARunFromScratchDoes(
      @TempDir Path folder) throws IOException {
    Path exports = folder.resolve("exports");
    copy(exports, "2014", "2016");
    run(exports, folder, "before");
    copy(exports, "2017/寮步镇");
    JsonNode report = run(exports, folder, "after");
    List<String> recomputed = new ArrayList<>();
    report
        .path("recomputed")
        .forEach(one -> recomputed.add(one.path("town_code").asText() + one.path("year").asInt()));
    assertThat(recomputed).containsExactly("4419001112017");
    PathUtils.deleteDirectory(folder.resolve("warehouse"));
    run(exports, folder, "scratch");
    assertThat(CsvRows.hashes(folder.resolve("after/tables")))
        .isEqualTo(CsvRows.hashes(folder.resolve("scratch/tables")));
  }

  @Test
  @Tag("slow")
  void shouldForgetTheEarlierContentOfAFileThatWasRepaired(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("exports/东坑镇工单.csv");
    String header = "工单编号,工单类型,工单来源,受理时间,办结时间\n";
    Files.createDirectories(file.getParent());
    Files.writeString(file, header + "a,投诉,微信,2017-03-05,\nwrong,投诉,微信,2017-03-06,\n");
    run(folder.resolve("exports"), folder, "before");
    Files.writeString(file, header + "a,投诉,微信,2017-03-05,\nright,投诉,微信,2016-03-06,\n");
    run(folder.resolve("exports"), folder, "after");
    assertThat(CsvRows.of(folder.resolve("after/tables/tickets_by_month.csv")))
        .extracting(row -> row.get("year") + ":" + row.get("tickets"))
        .containsExactly("2016:1", "2017:1");
    assertThat(CsvRows.of(folder.resolve("after/tables/ingest_log.csv"))).hasSize(1);
  }

  @Test
  void shouldCountACopyOfAFileAsDuplicates(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("exports/东坑镇工单.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "工单编号,工单类型,工单来源,受理时间\na,投诉,微信,2017-03-05\nb,投诉,微信,某日\n");
    Files.copy(file, file.resolveSibling("东坑镇工单 - 副本.csv"));
    run(folder.resolve("exports"), folder, "out");
    assertThat(CsvRows.of(folder.resolve("out/tables/ingest_log.csv")))
        .extracting(row -> row.get("accepted") + "+" + row.get("duplicates"))
        .containsExactlyInAnyOrder("0+1", "1+0");
    assertThat(CsvRows.of(folder.resolve("out/tables/rejects.csv")))
        .extracting(row -> row.get("source_file"))
        .containsExactlyInAnyOrder("东坑镇工单 - 副本.csv", "东坑镇工单.csv");
  }

  @Test
  void shouldKnowAFileAgainByItsSizeAndTimeAndReadItWhenEitherChanged(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("exports/东坑镇工单.csv");
    Files.createDirectories(file.getParent());
    write(file, "工单编号,工单类型,工单来源,受理时间\na,投诉,微信,2017-03-05\n", 1);
    assertThat(intake(folder)).isEqualTo("1 new");
    write(file, "工单编号,工单类型,工单来源,受理时间\nb,投诉,微信,2017-03-06\n", 1);
    assertThat(intake(folder)).as("same size and time: not read").isEqualTo("1 known");
    write(file, "工单编号,工单类型,工单来源,受理时间\nb,投诉,微信,2017-03-06\n", 2);
    assertThat(intake(folder)).as("another time").isEqualTo("1 new");
    write(file, "工单编号,工单类型,工单来源,受理时间\nb,投诉,微信,2017-03-06\nc,投诉,微信,2017-03-07\n", 2);
    assertThat(intake(folder)).as("another size").isEqualTo("2 new");
    write(file, "工单编号,工单类型,工单来源,受理时间\nb,投诉,微信,2017-03-06\nc,投诉,微信,2017-03-07\n", 3);
    assertThat(intake(folder)).as("touched: read, and known by its bytes").isEqualTo("2 known");
    Files.writeString(file, "x".repeat((int) Files.size(file)));
    Files.setLastModifiedTime(file, day(3));
    assertThat(intake(folder)).as("the new time is remembered").isEqualTo("2 known");
  }

  @Test
  void shouldReadAFileAgainThatWasWrittenWhileTheLastRunBegan(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("exports/东坑镇工单.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "工单编号,工单类型,工单来源,受理时间\na,投诉,微信,2017-03-05\n");
    FileTime later = Files.getLastModifiedTime(file);
    assertThat(intake(folder)).isEqualTo("1 new");
    Files.writeString(file, "工单编号,工单类型,工单来源,受理时间\nb,投诉,微信,2017-03-06\n");
    Files.setLastModifiedTime(file, later);
    assertThat(intake(folder)).isEqualTo("1 new");
  }

  private static void write(Path file, String text, int day) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, day(day));
  }

  private static FileTime day(int day) {
    return FileTime.from(Instant.parse("2023-05-0%dT00:00:00Z".formatted(day)));
  }

  private static String intake(Path folder) throws IOException {
    JsonNode input = run("intake", folder.resolve("exports"), folder, "out").path("inputs").path(0);
    return input.path("rows_read").asInt() + (input.path("read").asBoolean() ? " new" : " known");
  }

  private static void copy(Path exports, String... parts) throws IOException {
    for (String part : parts) {
      Path from = SampleRun.exports().resolve(HOTLINE).resolve(part);
      Path to = exports.resolve(HOTLINE).resolve(part);
      Files.createDirectories(to.getParent());
      if (Files.isDirectory(from)) {
        PathUtils.copyDirectory(from, to);
      } else {
        Files.copy(from, to);
      }
    }
  }

  private static JsonNode run(Path exports, Path folder, String out) throws IOException {
    return run("run", exports, folder, out);
  }

  private static JsonNode run(String command, Path exports, Path folder, String out)
      throws IOException {
    Nianbao run =
        Nianbao.run(
            command,
            "--exports",
            exports,
            "--warehouse",
            folder.resolve("warehouse"),
            "--out",
            folder.resolve(out));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return new ObjectMapper().readTree(folder.resolve(out).resolve("run.json").toFile());
  }
}

package org.nianbao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;

/** Archives that are made for measurements. */
class GenerateTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String FIRST = "12345热线/2014/东城街道/2014年工单明细.csv";
  private static final String SECOND = "12345热线/2015/东城街道/2015年工单明细.csv";

  private static ArchivePlan plan(long seed) {
    return new ArchivePlan(5000, 70, 2, List.of(2014, 2015), 0, ArchivePlan.Encoding.MIXED, seed);
  }

  private static Map<String, String> write(ArchivePlan plan, Path folder) throws Exception {
    new ArchiveFiles(plan).write(plan.parts(), folder);
    return CsvRows.hashes(folder);
  }

  @Test
  void shouldWriteTheSameBytesFromTheSameSeedAlone(@TempDir Path folder) throws Exception {
    Map<String, String> files = write(plan(1), folder.resolve("a"));
    assertThat(files).hasSize(8).isEqualTo(write(plan(1), folder.resolve("b")));
    assertThat(files.get(FIRST)).isNotEqualTo(write(plan(2), folder.resolve("c")).get(FIRST));
  }

  @Test
  void shouldSpreadEveryRow() {
    for (double skew : new double[] {0, 0.5}) {
      ArchivePlan plan =
          new ArchivePlan(
              100_003, 1001, 7, List.of(2014, 2015), skew, ArchivePlan.Encoding.UTF_8, 1);
      List<ArchivePlan.Part> parts = plan.parts();
      assertThat(parts).hasSize(14);
      assertThat(parts.stream().mapToLong(ArchivePlan.Part::tickets).sum()).isEqualTo(100_003);
      assertThat(parts.stream().mapToLong(ArchivePlan.Part::publications).sum()).isEqualTo(1001);
    }
  }

  @Test
  void shouldGiveTheFirstTownItsShare() {
    ArchivePlan plan =
        new ArchivePlan(1000, 0, 6, List.of(2014, 2015), 0.5, ArchivePlan.Encoding.UTF_8, 1);
    assertThat(plan.parts().stream().filter(part -> part.town() == 0))
        .extracting(ArchivePlan.Part::tickets)
        .containsExactly(250L, 250L);
  }

  @Test
  void shouldCloseInTheNextFileWhatWasOpen(@TempDir Path folder) throws Exception {
    write(plan(1), folder);
    String open = Files.readString(folder.resolve(FIRST)).lines().filter(row(25)).findFirst().get();
    String closed = Files.readString(folder.resolve(SECOND), GB18030);
    assertThat(open).contains(",办理中,");
    assertThat(closed.lines().filter(row(25)).findFirst().get())
        .startsWith(open.substring(0, open.indexOf(",办理中,") - 1))
        .contains(",已办结,");
  }

  private static java.util.function.Predicate<String> row(long row) {
    return line -> line.startsWith("GD201400%08d,".formatted(row));
  }

  @Test
  void shouldBreakLinesInsideCells(@TempDir Path folder) throws Exception {
    write(plan(1), folder);
    List<Map<String, String>> rows = CsvRows.of(folder.resolve(FIRST));
    // Tickets, one copy and one faulty row of a thousand each, and the total.
    assertThat(rows).hasSize(1250 + 1 + 1 + 1);
    assertThat(rows).anyMatch(row -> row.get("诉求内容").contains("\n"));
    assertThat(Files.readString(folder.resolve(FIRST)).lines().count()).isGreaterThan(2000);
  }
}

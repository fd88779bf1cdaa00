package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.intake.Corrections;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;

/** A clerk repairs rejects in a copy of their file, and the export stays as it is. */
class CorrectionsTest {
  @TempDir private Path folder;

  @Test
  void shouldApplyWhatAClerkFilledIn() throws IOException {
    Path export = folder.resolve("exports/2017/工单.csv");
    Files.createDirectories(export.getParent());
    Files.writeString(
        export,
        """
        2017年工单
        工单编号,镇街,工单类型,工单来源,受理时间
        a,东坑,投诉,微信,2017-03-05
        b,东坑,投诉,微信,2017-02-30
        c,北京,投诉,微信,2017-03-07
        """);
    run("before");
    Path rejects = folder.resolve("before/rejects/2017/工单.csv.csv");
    String text = Files.readString(rejects);
    assertThat(text).contains("4,受理时间,2017-02-30", "5,镇街,北京");

    Path corrected = folder.resolve("corrections/2017/工单.csv.csv");
    Files.createDirectories(corrected.getParent());
    Files.writeString(corrected, "行号,列,更正值\n4,受理时间,2017-02-28\n5,镇街,寮步\n");
    run("after", "--corrections", folder.resolve("corrections"));

    assertThat(CsvRows.of(folder.resolve("after/tables/tickets_by_month.csv")))
        .extracting(row -> row.get("town") + row.get("month") + ":" + row.get("tickets"))
        .containsExactly("东坑镇2:1", "东坑镇3:1", "寮步镇3:1");
    assertThat(CsvRows.of(folder.resolve("after/tables/rejects.csv"))).isEmpty();
    assertThat(folder.resolve("after/rejects/2017")).doesNotExist();
    assertThat(export).content().contains("2017-02-30");
  }

  @Test
  void shouldReadCorrectionsThatASpreadsheetSavedInGbk() throws IOException {
    Path corrections = Files.createDirectory(folder.resolve("corrections"));
    Files.writeString(
        corrections.resolve("工单.csv.csv"), "行号,列,更正值\n4,镇街,寮步\n", Charset.forName("GBK"));
    assertThat(Corrections.read(corrections).cells())
        .isEqualTo(Map.of("工单.csv", Map.of(4L, Map.of("镇街", "寮步"))));
  }

  @Test
  void shouldRefuseCorrectionsWithoutTheirColumns() throws IOException {
    Path corrections = Files.createDirectory(folder.resolve("corrections"));
    Files.writeString(corrections.resolve("a.csv.csv"), "row,value\n1,2\n");
    Nianbao run = Nianbao.run("run", "--exports", folder, "--corrections", corrections);
    assertThat(run.err()).contains("a.csv.csv: it has no column 行号").doesNotContain("\tat ");
    assertThat(run.status()).isEqualTo(2);
  }

  private void run(String out, Object... more) {
    Object[] args = new Object[7 + more.length];
    System.arraycopy(
        new Object[] {
          "run",
          "--exports",
          folder.resolve("exports"),
          "--warehouse",
          folder.resolve("warehouse"),
          "--out",
          folder.resolve(out)
        },
        0,
        args,
        0,
        7);
    System.arraycopy(more, 0, args, 7, more.length);
    Nianbao run = Nianbao.run(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }
}

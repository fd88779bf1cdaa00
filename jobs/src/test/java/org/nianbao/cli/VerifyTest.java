package org.nianbao.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;

/** Whatever is altered after a run, verify names it; what is not, it leaves alone. */
class VerifyTest {
  @TempDir private static Path folder;

  private static Path kept;
  private static Path run;

  @BeforeAll
  static void runOnce() throws IOException {
    run = folder.resolve("run");
    kept = folder.resolve("kept");
    Files.createDirectories(run);
    PathUtils.copyDirectory(SampleRun.exports().resolve("12345热线/2014"), run.resolve("exports"));
    Path packed = run.resolve("exports/packed.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
      zip.putNextEntry(new ZipEntry("2015/东坑工单.csv"));
      zip.write("工单编号,工单类型,工单来源,受理时间\na1,投诉,微信,2015-03-05\n".getBytes(UTF_8));
    }
    assertThat(nianbao("run").status()).isZero();
    PathUtils.copyDirectory(run, kept, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** The log of exports names places: each test finds the same run at the same place. */
  @BeforeEach
  void putBack() throws IOException {
    PathUtils.deleteDirectory(run);
    PathUtils.copyDirectory(kept, run, StandardCopyOption.COPY_ATTRIBUTES);
    DeltaLog.clearCache();
  }

  @Test
  void shouldFindNothingInWhatNobodyTouched() {
    Nianbao verified = nianbao("verify");

    assertThat(verified.out()).contains("没有发现改动").hasLineCount(1);
    assertThat(verified.status()).isZero();
  }

  @Test
  void shouldNameASourceWhoseBytesChangedThoughNotItsTime() throws IOException {
    Path export = run.resolve("exports/东坑镇2014年工单.csv");
    FileTime time = Files.getLastModifiedTime(export);
    byte[] bytes = Files.readAllBytes(export);
    bytes[bytes.length - 5]++;
    Files.write(export, bytes);
    Files.setLastModifiedTime(export, time);

    found("来源文件已改动：东坑镇2014年工单.csv");
  }

  @Test
  void shouldNameAnEntryOfAnArchiveThatChanged() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(run.resolve("exports/packed.zip")))) {
      zip.putNextEntry(new ZipEntry("2015/东坑工单.csv"));
      zip.write("工单编号,工单类型,工单来源,受理时间\na2,投诉,微信,2015-03-05\n".getBytes(UTF_8));
    }

    found("来源文件已改动：packed.zip/2015/东坑工单.csv");
  }

  @Test
  void shouldSayThatASourceIsGoneAndFailOnlyUnderStrict() throws IOException {
    Files.delete(run.resolve("exports/packed.zip"));

    assertThat(nianbao("verify").out()).contains("来源文件不在原处，无法核对：packed.zip/2015/东坑工单.csv");
    assertThat(nianbao("verify").status()).isZero();
    assertThat(nianbao("verify", "--strict").status()).isEqualTo(4);
  }

  @Test
  void shouldNameTheExportOfWhichTheArchiveLostARow() {
    sql("delete from delta.`%s` where ticket_id = 'a1'", "tickets");

    found("档案行数与装载时不符：packed.zip/2015/东坑工单.csv（tickets：装载 1 行，现有 0 行）");
  }

  @Test
  void shouldNameTheExportWhoseRowWentToAnotherTown() {
    sql("update delta.`%s` set town_code = '441900113' where ticket_id = 'a1'", "tickets");

    found("档案行数与装载时不符：packed.zip/2015/东坑工单.csv");
  }

  @Test
  void shouldNameTheExportOfWhichARejectIsGone() {
    String load =
        Spark.session()
            .sql(
                "select load from delta.`%s` where source_file like '东坑%%'"
                    .formatted(run.resolve("warehouse/exports")))
            .first()
            .getString(0);
    sql("delete from delta.`%s` where load = '" + load + "'", "reject_log");

    found("档案行数与装载时不符：东坑镇2014年工单.csv（reject_log：装载 1 行，现有 0 行）");
  }

  @Test
  void shouldNameADeliveredFileThatWasEdited() throws IOException {
    append("out/tables/tickets_by_month.csv");

    found("交付文件已改动：tables/tickets_by_month.csv");
  }

  @Test
  void shouldNotForgetWhatWasEditedBeforeALaterRun() throws IOException {
    append("out/editions/东坑镇/2014/report.docx");
    assertThat(nianbao("run").status()).isZero();

    found("交付文件已改动：editions/东坑镇/2014/report.docx");
  }

  @Test
  void shouldNameADeliveredFileThatIsGoneAndAFileThatNobodyDelivered() throws IOException {
    Files.move(run.resolve("out/compare/index.html"), run.resolve("out/compare/mine.html"));

    found("交付文件已不存在：compare/index.html", "不是由运行写出的文件：compare/mine.html");
  }

  @Test
  void shouldMissTheManifest() throws IOException {
    Files.delete(run.resolve("out/SHA256SUMS"));

    found("交付清单 SHA256SUMS 已不存在");
  }

  @Test
  void shouldNotCallAFolderUnalteredThatHoldsNothing() {
    Nianbao verified = Nianbao.run("verify", "--warehouse", run.resolve("elsewhere"));
    assertThat(verified.err()).contains("nothing was taken in at").contains("check --warehouse");
    assertThat(verified.status()).isEqualTo(2);
  }

  private static void found(String... sentences) {
    Nianbao verified = nianbao("verify");
    assertThat(verified.out()).contains(sentences).contains("发现 1 处改动");
    assertThat(verified.status()).isEqualTo(4);
  }

  private static void append(String file) throws IOException {
    Files.writeString(run.resolve(file), "x", StandardOpenOption.APPEND);
  }

  private static void sql(String statement, String table) {
    Spark.session().sql(statement.formatted(run.resolve("warehouse").resolve(table)));
  }

  private static Nianbao nianbao(String... words) {
    List<Object> args = new ArrayList<>(List.of((Object[]) words));
    args.addAll(List.of("--exports", run.resolve("exports")));
    args.addAll(List.of("--warehouse", run.resolve("warehouse"), "--out", run.resolve("out")));
    return Nianbao.run(args.toArray());
  }
}

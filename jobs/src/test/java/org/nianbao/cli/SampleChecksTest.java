package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;

/** What the checks find in the sample exports, whose blemishes are known. */
class SampleChecksTest {
  @Test
  void shouldFindTheBlemishesOfTheSamplesAndNoOther() {
    assertThat(rows())
        .filteredOn(row -> row.get("status").equals("fail"))
        .extracting(
            row -> row.get("check") + " " + row.get("source_file") + " " + row.get("subject"),
            row -> row.get("expected") + "/" + row.get("actual"))
        .containsExactly(
            tuple("total_row_mismatch 12345热线/2014/高埗镇2014年工单.csv 合计 83", "83/82"),
            tuple("unmapped_label 12345热线/2021/全市12345工单2021.csv ticket_source=智能客服", "0/21"));
  }

  @Test
  void shouldComeToEveryFigureThatTheReportPrinted() {
    assertThat(rows())
        .filteredOn(row -> row.get("check").equals("published_figure"))
        .hasSameSizeAs(Project.seeds().rows("published_figures"))
        .allSatisfy(row -> assertThat(row.get("status")).isEqualTo("pass"));
  }

  @Test
  void shouldHoldEverySplitAgainstItsTotal() {
    assertThat(rows())
        .filteredOn(row -> row.get("check").equals("split_sum"))
        .hasSizeGreaterThan(200)
        .allSatisfy(row -> assertThat(row.get("difference")).isEqualTo("0"));
  }

  @Test
  void shouldEndWithFourWhereAnErrorFails(@TempDir Path folder) throws IOException {
    PathUtils.copyDirectory(SampleRun.warehouse(), folder);
    Nianbao sound = Nianbao.run("check", "--warehouse", folder);
    assertThat(sound.out()).contains("检查：2 项未通过（其中 0 项错误）").contains("高埗镇2014年工单.csv");
    assertThat(sound.status()).isZero();
    spoil(folder);
    Nianbao spoilt = Nianbao.run("check", "--warehouse", folder);
    assertThat(spoilt.out()).contains("检查：3 项未通过（其中 1 项错误）").contains("错误 分项之和等于总数  东坑镇 2017：");
    assertThat(spoilt.status()).isEqualTo(4);
  }

  /** One ticket too many in a month, and findings that rest on something else. */
  private static void spoil(Path warehouse) {
    String months = "delta.`" + warehouse.resolve("tickets_by_month") + "`";
    String checks = "delta.`" + warehouse.resolve("checks") + "`";
    Spark.session()
        .sql(
            "UPDATE "
                + months
                + " SET tickets = tickets + 1"
                + " WHERE town_code = '441900109' AND year = 2017 AND month = 3");
    Spark.session().sql("DELETE FROM " + checks);
  }

  private static List<Map<String, String>> rows() {
    return CsvRows.of(SampleRun.out().resolve("tables/checks.csv"));
  }
}

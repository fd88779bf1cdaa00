package org.nianbao.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.seed.SeedFiles;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Shared;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

/** 东莞生态园 became a part of 松山湖 at the end of 2015, here for the sake of the test. */
class SuccessionTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/trend/succession");

  @TempDir private Path folder;

  @Test
  void shouldCountForTheSuccessorWhatCanBeAddedUp() throws IOException {
    Seeds seeds = merged();
    Dataset<Row> measures = Tables.read(YearlyMeasures.TABLE, FILES.resolve("yearly_measures.csv"));
    assertThat(said(Succession.of(seeds, 2016).measures(measures)))
        .containsExactly(
            "441900401 2014 ticket_completion_rate 0.95",
            "441900401 2014 ticket_median_days unknown",
            "441900401 2014 tickets 100.0",
            "441900401 2016 tickets 130.0");
    assertThat(said(Succession.of(seeds, 2014).measures(measures)))
        .hasSize(8)
        .contains("441900403 2014 tickets 20.0", "441900403 2016 tickets 9.0");
  }

  @Test
  void shouldBeAsCompleteAsItsLeastCompleteUnit() throws IOException {
    Dataset<Row> coverage = Tables.read(Coverage.TABLE, FILES.resolve("coverage.csv"));
    assertThat(
            Succession.of(merged(), 2016)
                .coverage(coverage)
                .orderBy(Shared.YEAR.col())
                .selectExpr("concat_ws(' ', town_code, year, status)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly(
            "441900401 2014 complete", "441900401 2015 partial", "441900401 2016 complete");
  }

  private Seeds merged() throws IOException {
    FileUtils.copyDirectory(Project.folder().resolve("seeds").toFile(), folder.toFile());
    Files.writeString(
        folder.resolve("town_successions.csv"),
        "441900403,441900401,2015-12-31\n",
        StandardOpenOption.APPEND);
    return Seeds.read(SeedFiles.in(folder));
  }

  private static List<String> said(Dataset<Row> measures) {
    return measures
        .orderBy(Shared.TOWN_CODE.col(), Shared.YEAR.col(), Shared.MEASURE.col())
        .selectExpr(
            "concat_ws(' ', town_code, year, measure, coalesce(string(double(value)), 'unknown'))")
        .as(Encoders.STRING())
        .collectAsList();
  }
}

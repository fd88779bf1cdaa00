package org.nianbao.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.seed.SeedFiles;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

class TrendTableTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/trend");
  private static final Field MONTH = Field.integer("month", "月份", "月", "Month");
  private static final Table BY_MONTH =
      new Table(
          "by_month",
          "分月",
          "One row per town, year and month",
          List.of(Shared.TOWN_CODE, Shared.YEAR, MONTH),
          List.of(Shared.TOWN_CODE, Shared.YEAR, MONTH, CountedByType.COUNTED));

  @TempDir private Path folder;

  @Test
  void shouldSayAChangeOnlyWhereYearsAreComparable() throws IOException {
    Seeds seeds = Project.seeds();
    Dataset<Row> trends =
        CountedByType.trends(
            FILES,
            seeds,
            Map.of(
                new Breakdown("tickets", BY_MONTH, MONTH, CountedByType.COUNTED),
                Tables.read(BY_MONTH, FILES.resolve("by_month.csv"))));
    assertThat(Tables.text(Trends.TABLE, Trends.TABLE.labelled(trends, seeds::labels)))
        .isEqualTo(Files.readString(FILES.resolve("trends.csv")));
  }

  /** What was 举报 until 2016 is 建议 from 2017 on; without the crosswalk neither may be compared. */
  @Test
  void shouldFollowAMemberThatGoesOnUnderAnotherName() throws IOException {
    assertThat(renamed(Project.seeds()))
        .containsExactly(
            "report 2015 20.000000 null no_previous_year",
            "report 2016 22.000000 20.000000 null",
            "report 2017 0.000000 22.000000 taxonomy_break",
            "suggestion 2015 0.000000 null no_previous_year",
            "suggestion 2016 0.000000 0.000000 small_base",
            "suggestion 2017 24.000000 0.000000 taxonomy_break");
    FileUtils.copyDirectory(Project.folder().resolve("seeds").toFile(), folder.toFile());
    Files.writeString(
        folder.resolve("crosswalk.csv"),
        "ticket_type,report,suggestion,2017,,2017年工单分类调整\n",
        StandardOpenOption.APPEND);
    assertThat(renamed(Seeds.read(SeedFiles.in(folder))))
        .containsExactly(
            "suggestion 2015 20.000000 null no_previous_year",
            "suggestion 2016 22.000000 20.000000 null",
            "suggestion 2017 24.000000 22.000000 null");
  }

  private static List<String> renamed(Seeds seeds) {
    return CountedByType.trends(FILES.resolve("renamed"), seeds, Map.of())
        .filter(Trends.DIMENSION.col().notEqual("").and(Trends.MEMBER.col().notEqual("complaint")))
        .orderBy(Trends.MEMBER.col(), Shared.YEAR.col())
        .selectExpr(
            "concat_ws(' ', member, year, value, coalesce(string(previous_value), 'null'), coalesce(reason, 'null'))")
        .as(Encoders.STRING())
        .collectAsList();
  }
}

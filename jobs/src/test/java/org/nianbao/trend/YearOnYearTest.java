package org.nianbao.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Tickets;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

class YearOnYearTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/trend");
  private static final Field COUNTED = Field.count("counted", "数", "宗", "Tickets");
  private static final Table BY_TYPE =
      new Table(
          "by_type",
          "分类型",
          "One row per town, year and type",
          List.of(Shared.TOWN_CODE, Shared.YEAR, Tickets.TICKET_TYPE),
          List.of(Shared.TOWN_CODE, Shared.YEAR, Tickets.TICKET_TYPE, COUNTED));
  private static final Table REGISTRY =
      new Table(
          "registry",
          "指标",
          "One row per measure",
          List.of(Shared.MEASURE),
          List.of(
              Shared.MEASURE,
              Field.text("kind", "种类", "Kind"),
              Shared.DATASET,
              Field.integer("smallest_base", "最小基数", "Base")));

  @Test
  void shouldSayAChangeOnlyWhereYearsAreComparable() throws IOException {
    Seeds seeds = Project.seeds();
    Dataset<Row> trends =
        new YearOnYear(
                Tables.read(REGISTRY, FILES.resolve("registry.csv")),
                Tables.read(Coverage.TABLE, FILES.resolve("coverage.csv")),
                seeds::labels)
            .compare(
                Tables.read(YearlyMeasures.TABLE, FILES.resolve("yearly_measures.csv")),
                Map.of(
                    new Breakdown("tickets", BY_TYPE, Tickets.TICKET_TYPE, COUNTED),
                    Tables.read(BY_TYPE, FILES.resolve("by_type.csv"))));
    assertThat(Tables.text(Trends.TABLE, Trends.TABLE.labelled(trends, seeds::labels)))
        .isEqualTo(Files.readString(FILES.resolve("trends.csv")));
  }
}

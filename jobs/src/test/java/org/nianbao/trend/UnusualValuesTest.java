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
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

/** Complaints shift in 2015; inquiries leap in 2017, and the total with them. */
class UnusualValuesTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/trend/unusual");
  private static final Field COUNTED = Field.count("counted", "数", "宗", "Tickets");
  private static final Table BY_TYPE =
      new Table(
          "by_type",
          "分类型",
          "One row per town, year and type",
          List.of(Shared.TOWN_CODE, Shared.YEAR, Tickets.TICKET_TYPE),
          List.of(Shared.TOWN_CODE, Shared.YEAR, Tickets.TICKET_TYPE, COUNTED));

  @Test
  void shouldFindTheLeapAndTheShiftAndSayWhoMadeThem() throws IOException {
    Seeds seeds = Project.seeds();
    Dataset<Row> trends =
        TrendTable.of(
            Tables.read(YearlyMeasures.TABLE, FILES.resolve("yearly_measures.csv")),
            Map.of(
                new Breakdown("tickets", BY_TYPE, Tickets.TICKET_TYPE, COUNTED),
                Tables.read(BY_TYPE, FILES.resolve("by_type.csv"))),
            Tables.read(Coverage.TABLE, FILES.resolve("coverage.csv")),
            seeds);
    Dataset<Row> unusual = UnusualValues.of(trends, seeds);
    assertThat(
            Tables.text(UnusualValues.TABLE, UnusualValues.TABLE.labelled(unusual, seeds::labels)))
        .isEqualTo(Files.readString(FILES.resolve("unusual_values.csv")));
  }
}

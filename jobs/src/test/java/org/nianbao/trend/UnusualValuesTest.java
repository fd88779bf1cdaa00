package org.nianbao.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

/** Complaints shift in 2015; inquiries leap in 2017, and the total with them. */
class UnusualValuesTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/trend/unusual");

  @Test
  void shouldFindTheLeapAndTheShiftAndSayWhoMadeThem() throws IOException {
    Seeds seeds = Project.seeds();
    Dataset<Row> trends = CountedByType.trends(FILES, seeds, Map.of());
    Dataset<Row> unusual = UnusualValues.of(trends, seeds);
    assertThat(
            Tables.text(UnusualValues.TABLE, UnusualValues.TABLE.labelled(unusual, seeds::labels)))
        .isEqualTo(Files.readString(FILES.resolve("unusual_values.csv")));
  }
}

package org.nianbao.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.nianbao.table.Revisions;
import org.nianbao.table.Table;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;
import org.nianbao.yearly.PublicationsByChannel;

class ComparisonTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/revision");

  @Test
  void shouldListEveryFigureThatDiffersAndNoOther() throws IOException {
    Dataset<Row> differences =
        new Comparison(Project.seeds()::labels)
            .differences(
                List.of(states(PublicationsByChannel.TABLE), states(YearlyMeasures.TABLE)));
    assertThat(Tables.text(Revisions.TABLE, differences))
        .isEqualTo(Files.readString(FILES.resolve("revisions.csv")));
  }

  private static Comparison.States states(Table table) {
    String file = table.name() + ".csv";
    return new Comparison.States(
        table,
        Tables.read(table, FILES.resolve("before").resolve(file)),
        Tables.read(table, FILES.resolve("after").resolve(file)));
  }
}

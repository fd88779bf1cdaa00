package org.nianbao.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

/** Every yearly table over one small archive, against a file of expected rows. */
class YearlyTablesTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/yearly");

  static Stream<Named<YearlyTable>> tables() {
    return YearlyTables.ALL.stream().map(table -> Named.of(table.contract().name(), table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void shouldComputeTheExpectedRows(YearlyTable table) throws IOException {
    Seeds seeds = Project.seeds();
    Dataset<Row> rows = table.contract().labelled(table.compute(archive(seeds)), seeds::labels);
    Path expected = FILES.resolve("expected").resolve(table.contract().name() + ".csv");
    assertThat(Tables.text(table.contract(), rows)).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void shouldNameEveryColumnOnce(YearlyTable table) {
    List<String> names = table.contract().fields().stream().map(field -> field.name()).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
  }

  static Inputs archive(Seeds seeds) {
    Map<String, Dataset<Row>> current = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      Path file = FILES.resolve("archive").resolve(table.dataset() + ".csv");
      current.put(table.dataset(), Tables.read(table.table(), file));
    }
    Dataset<Row> coverage =
        Tables.read(Coverage.TABLE, FILES.resolve("archive").resolve("coverage.csv"));
    return new Inputs(current, coverage, seeds, LocalDate.of(2018, 3, 1));
  }
}

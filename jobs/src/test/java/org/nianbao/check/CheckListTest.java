package org.nianbao.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.intake.Rule;
import org.nianbao.seed.SeedFiles;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Tables;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/**
 * Every check over a small folder of its own: faults planted among sound rows, and what it says.
 */
class CheckListTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/check");

  private final Seeds seeds = Project.seeds();

  /** The project's lists, of which the folder of a check may replace some. */
  private static Seeds seeds(Path folder) {
    SeedFiles own = SeedFiles.in(folder.resolve("seeds"));
    SeedFiles project = SeedFiles.in(Project.folder().resolve("seeds"));
    return Seeds.read(name -> own.text(name).or(() -> project.text(name)));
  }

  static Stream<Named<Check>> checks() {
    return CheckList.ALL.stream().map(check -> Named.of(check.code(), check));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void shouldFindWhatIsPlantedAndNothingElse(Check check) throws IOException {
    Path folder = FILES.resolve(check.code());
    Dataset<Row> found = CheckList.rated(List.of(check.find(evidence(folder))), seeds);
    assertThat(Tables.text(Checks.TABLE, Checks.TABLE.labelled(found, seeds::labels)))
        .isEqualTo(Files.readString(folder.resolve("expected.csv")));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void shouldFindNothingWhereThereIsNothing(Check check) throws IOException {
    List<Row> found =
        CheckList.rated(List.of(check.find(evidence(FILES.resolve("nothing")))), seeds)
            .collectAsList();
    assertThat(found).allMatch(row -> row.getAs("status").equals(Checks.NOT_ASSESSABLE));
  }

  @Test
  void shouldLookAtTheRowsOfALoadOnce() throws IOException {
    SameYearTwice check = new SameYearTwice();
    Evidence first = evidence(FILES.resolve(check.code()));
    List<Row> found = check.find(first).collectAsList();
    Evidence again =
        new Evidence(
            first.spark(),
            first.seeds(),
            first.exports(),
            Map.of(),
            first.rejects(),
            first.results(),
            first.splits(),
            first.mirrors(),
            first.samples());

    assertThat(found).isNotEmpty();
    assertThat(check.find(again).collectAsList()).isEqualTo(found);
  }

  /** Else what is found would depend on which of the names was seen when the load was sampled. */
  @Test
  void shouldFindTheSameYearUnderTwoNamesOfTheSameBytes() throws IOException {
    SameYearTwice check = new SameYearTwice();
    Evidence once = evidence(FILES.resolve(check.code()));
    Map<String, Dataset<Row>> twice = new HashMap<>();
    once.archive()
        .forEach(
            (dataset, rows) ->
                twice.put(
                    dataset,
                    rows.unionByName(rows.withColumn("source_file", functions.lit("副本.csv")))));
    Evidence copied =
        new Evidence(
            once.spark(),
            once.seeds(),
            once.exports(),
            twice,
            once.rejects(),
            once.results(),
            once.splits(),
            once.mirrors(),
            new HeldSamples());

    List<Row> found = check.find(once).collectAsList();

    assertThat(found).isNotEmpty();
    assertThat(check.find(copied).collectAsList()).isEqualTo(found);
    assertThat(copied.samples().taken()).isEqualTo(once.samples().taken());
  }

  @Test
  void shouldExplainEveryCheckAndNoOther() throws IOException {
    List<String> codes = CheckList.ALL.stream().flatMap(check -> check.codes().stream()).toList();
    assertThat(seeds.rows("checks")).extracting(row -> row.get("code")).isEqualTo(codes);
    String page = Files.readString(Project.folder().resolve("jobs/docs/checks.md"));
    assertThat(codes).allMatch(code -> page.contains("| `" + code + "` |"));
  }

  @Test
  void shouldKnowTheRulesOfRejectionByTheirNames() {
    assertThat(Rejects.TOTAL_ROW).isEqualTo(Rule.TOTAL_ROW.code());
    assertThat(Rejects.REPEATED_HEADER).isEqualTo(Rule.REPEATED_HEADER.code());
  }

  private Evidence evidence(Path folder) throws IOException {
    Map<String, Dataset<Row>> archive = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      archive.put(table.dataset(), read(folder, table.table()));
    }
    Map<Table, Dataset<Row>> results = new HashMap<>();
    List<Breakdown> splits = new ArrayList<>();
    List<Breakdown> mirrors = new ArrayList<>();
    for (YearlyTable table : YearlyTables.ALL) {
      results.put(table.contract(), read(folder, table.contract()));
      splits.addAll(table.splits(seeds));
      mirrors.addAll(table.mirrors(seeds));
    }
    results.put(Trends.TABLE, read(folder, Trends.TABLE));
    results.put(Coverage.TABLE, read(folder, Coverage.TABLE));
    return new Evidence(
        Spark.session(),
        seeds(folder),
        exports(folder),
        archive,
        read(folder, Rejects.LOG),
        results,
        splits,
        mirrors,
        new HeldSamples());
  }

  private static List<ExportLog.Entry> exports(Path folder) throws IOException {
    Path file = folder.resolve("exports.csv");
    return Files.exists(file) ? LoggedExports.read(file) : List.of();
  }

  private static Dataset<Row> read(Path folder, Table table) {
    Path file = folder.resolve(table.name() + ".csv");
    return Files.exists(file)
        ? Tables.read(table, file)
        : Spark.session().createDataFrame(List.<Row>of(), table.schema());
  }
}

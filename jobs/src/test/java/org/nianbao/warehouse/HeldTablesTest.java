package org.nianbao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.job.Results;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Computed;
import org.nianbao.table.Coverage;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.Table;
import org.nianbao.table.Tickets;
import org.nianbao.table.TownYear;
import org.nianbao.table.Trends;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;

/** Small tables read without Spark, held against what Spark reads. */
class HeldTablesTest {
  static Stream<Table> tables() {
    return Stream.concat(
        Stream.of(ExportLog.TABLE, Computed.TABLE, Deliveries.TABLE, Rejects.LOG),
        Results.tables().stream()
            .filter(table -> !table.equals(IngestLog.TABLE) && !table.equals(Rejects.TABLE)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void shouldReadAsSparkDoesAndInItsOrder(Table table) {
    Warehouse warehouse = new Warehouse(Spark.session(), SampleRun.warehouse().toString());

    List<Row> held = warehouse.held(table).orElseThrow();

    assertThat(held).isNotEmpty();
    List<Row> read = table.conform(warehouse.read(table)).orderBy(table.order()).collectAsList();
    assertThat(held).containsExactlyElementsOf(read);
  }

  @ParameterizedTest
  @MethodSource("archive")
  void shouldReadFilesOfTheArchiveAsDeltaDoes(Table table) {
    Warehouse warehouse = new Warehouse(Spark.session(), SampleRun.warehouse().toString());

    List<Row> read = warehouse.read(table).orderBy(table.order()).collectAsList();

    assertThat(read).isNotEmpty();
    assertThat(read).containsExactlyElementsOf(byDelta(table, SampleRun.warehouse()));
  }

  static Stream<Table> archive() {
    return Archive.TABLES.stream().map(ArchiveTable::table);
  }

  private static List<Row> byDelta(Table table, Path warehouse) {
    Dataset<Row> rows =
        Spark.session().read().format("delta").load(warehouse.resolve(table.name()).toString());
    return table.conform(rows).orderBy(table.order()).collectAsList();
  }

  /**
   * Another program may delete rows without writing their file anew, or give a column a new name.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"'delta.enableDeletionVectors' = 'true'", "'delta.columnMapping.mode' = 'name'"})
  void shouldLeaveToDeltaWhatItsFilesAloneDoNotTell(String property, @TempDir Path folder)
      throws IOException {
    PathUtils.copyDirectory(SampleRun.warehouse(), folder);
    Table table = Tickets.ARCHIVE.table();
    String name = "delta.`%s`".formatted(folder.resolve(table.name()));
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());
    long before = warehouse.read(table).count();

    Spark.session().sql("ALTER TABLE %s SET TBLPROPERTIES (%s)".formatted(name, property));
    Spark.session().sql("DELETE FROM " + name + " WHERE record % 5 = 1");

    List<Row> read = warehouse.read(table).orderBy(table.order()).collectAsList();
    assertThat(read).hasSizeLessThan(Math.toIntExact(before));
    assertThat(read).containsExactlyElementsOf(byDelta(table, folder));
  }

  @Test
  void shouldSeeTheLatestVersionAndNoRowThatWasReplaced(@TempDir Path folder) {
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());
    assertThat(warehouse.held(Coverage.TABLE)).contains(List.of());

    for (String town : List.of("镇甲", "镇𠀋", "镇｡")) {
      warehouse.append(Coverage.TABLE, List.of(covered(town)));
    }

    assertThat(warehouse.held(Coverage.TABLE).orElseThrow())
        .extracting(row -> row.getString(0))
        .containsExactly("镇甲", "镇｡", "镇𠀋");

    warehouse.overwrite(Coverage.TABLE, List.of(covered("镇乙")));
    assertThat(warehouse.held(Coverage.TABLE).orElseThrow())
        .extracting(row -> row.getString(0))
        .containsExactly("镇乙");
  }

  /** Beyond ten versions a checkpoint takes the place of the log. */
  @Test
  void shouldWriteWithoutSparkWhatSparkReads(@TempDir Path folder) {
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());
    List<TownYear> towns = new ArrayList<>();
    for (int number = 10; number < 24; number++) {
      String town = "镇" + number;
      towns.add(new TownYear(town, 2017));
      warehouse.replace(Coverage.TABLE, Set.of(new TownYear(town, 2017)), List.of(covered(town)));
    }
    warehouse.replace(Coverage.TABLE, Set.of(towns.get(0)), List.of());
    warehouse.append(
        Coverage.TABLE,
        Spark.session().createDataFrame(List.of(covered("镇30")), Coverage.TABLE.schema()));

    assertThat(warehouse.read(Coverage.TABLE).select("town_code").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.concat(IntStream.range(11, 24), IntStream.of(30))
                .mapToObj(number -> "镇" + number)
                .toList());
    assertThat(warehouse.held(Coverage.TABLE).orElseThrow()).hasSize(14);
    assertThat(warehouse.read(Coverage.TABLE, 2).collectAsList()).hasSize(3);
    assertThat(folder.resolve("coverage/_delta_log/00000000000000000010.checkpoint.parquet"))
        .exists();
  }

  @Test
  void shouldStopAtARowOfAnotherTownOrYear(@TempDir Path folder) {
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());

    assertThatThrownBy(
            () ->
                warehouse.replace(
                    Coverage.TABLE, Set.of(new TownYear("镇甲", 2018)), List.of(covered("镇甲"))))
        .hasMessageContaining("coverage");
    assertThat(warehouse.has(Coverage.TABLE)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ledgers")
  void shouldWriteListsAndMapsAsSparkDoes(Table table, @TempDir Path folder) {
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());
    List<Row> rows =
        new Warehouse(Spark.session(), SampleRun.warehouse().toString()).held(table).orElseThrow();

    warehouse.append(table, rows);

    assertThat(table.conform(warehouse.read(table)).orderBy(table.order()).collectAsList())
        .containsExactlyElementsOf(rows);
  }

  static Stream<Table> ledgers() {
    return Stream.of(ExportLog.TABLE, Computed.TABLE, Deliveries.TABLE, Trends.TABLE);
  }

  @Test
  void shouldRefuseATableOfAnotherLayoutUntilItIsWrittenAnew(@TempDir Path folder) {
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());
    Table older =
        new Table(
            Coverage.TABLE.name(),
            Coverage.TABLE.label(),
            Coverage.TABLE.grain(),
            Coverage.TABLE.key(),
            Coverage.TABLE.fields().subList(0, 4));
    warehouse.append(
        older,
        Spark.session()
            .createDataFrame(
                List.of(RowFactory.create("a", "甲", 2017, "tickets")), older.schema()));

    assertThatThrownBy(() -> warehouse.held(Coverage.TABLE))
        .isInstanceOf(OutdatedWarehouseException.class)
        .hasMessageContaining("coverage");

    warehouse.overwrite(Coverage.TABLE, List.of(covered("镇甲")));
    assertThat(warehouse.held(Coverage.TABLE).orElseThrow()).hasSize(1);
  }

  private static Row covered(String town) {
    return RowFactory.create(
        town, town, 2017, "tickets", "complete", LocalDate.of(2017, 1, 2), null, 12, 3L);
  }
}

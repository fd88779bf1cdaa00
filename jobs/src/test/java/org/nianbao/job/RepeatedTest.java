package org.nianbao.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Tickets;
import org.nianbao.table.TownYear;
import org.nianbao.testing.Spark;

/** Among many rows only what is told of twice is sorted: the results are those of sorting all. */
class RepeatedTest {
  /** Of so many added rows the whole archive is looked through. */
  private static final long UNBOUNDED = Repeated.MOST + 1L;

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 400})
  void shouldMarkStatesAsSortingAllRowsDoes(int twice) {
    Dataset<Row> rows = tickets(new Random(twice), 2_000, twice).repartition(3).persist();

    try (Marked marked =
            Marked.ofMany(Spark.session(), Tickets.ARCHIVE, rows, ArchiveTable.RECORD.name());
        Marked sorted = Marked.of(Tickets.ARCHIVE, rows)) {
      assertThat(said(marked.current()))
          .containsExactlyInAnyOrderElementsOf(said(sorted.current()));
      assertThat(records(marked.copies()))
          .containsExactlyInAnyOrderElementsOf(records(sorted.copies()));
      assertThat(marked.all().count()).isEqualTo(sorted.all().count());
      assertThat(marked.held().count() == 0).isEqualTo(twice == 0);
    }
    rows.unpersist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 400})
  void shouldFindTheLinksThatSortingAllRowsFinds(int twice) {
    Dataset<Row> archive = tickets(new Random(twice), 1_000, twice).persist();
    Dataset<Row> added = archive.filter(ArchiveTable.RECORD.col().mod(3).equalTo(0));

    Map<TownYear, Set<TownYear>> links = links(added, Linking.MANY, archive);

    assertThat(links).isEqualTo(links(added, 1, archive));
    assertThat(links).isEqualTo(links(added, UNBOUNDED, archive));
    assertThat(links.isEmpty()).isEqualTo(twice == 0);
    archive.unpersist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"T100", "T199"})
  void shouldFindTheLinkOfTheLeastAndOfTheGreatestNumber(String shared) {
    Dataset<Row> archive = tickets(new Random(1), 300, 0);
    Column moved =
        when(col("ticket_id").equalTo(shared), lit("elsewhere")).otherwise(lit("town of its own"));
    Dataset<Row> added =
        archive
            .filter(col("ticket_id").isin("T100", "T199"))
            .withColumn("town_code", moved)
            .withColumn(
                "ticket_id",
                when(col("ticket_id").equalTo(shared), col("ticket_id")).otherwise(lit("T150x")));

    Map<TownYear, Set<TownYear>> links = links(added, 1, archive);

    assertThat(links.keySet()).extracting(TownYear::townCode).contains("elsewhere");
    assertThat(links).isEqualTo(links(added, UNBOUNDED, archive));
  }

  private static Map<TownYear, Set<TownYear>> links(
      Dataset<Row> added, long rows, Dataset<Row> archive) {
    return Linking.between(Tickets.ARCHIVE, added, rows, archive, Repeated.WORTHWHILE);
  }

  private static List<Long> records(Dataset<Row> rows) {
    return rows.select(ArchiveTable.RECORD.name()).as(Encoders.LONG()).collectAsList();
  }

  private static List<String> said(Dataset<Row> rows) {
    return rows.select(ArchiveTable.RECORD.name(), "ticket_id").collectAsList().stream()
        .map(Row::toString)
        .toList();
  }

  /** Tickets of two towns and years, of which some come again: as a copy, changed, or elsewhere. */
  private static Dataset<Row> tickets(Random random, int number, int twice) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < number + twice; i++) {
      int id = i < number ? i : random.nextInt(number);
      boolean same = i < number || random.nextInt(3) == 0;
      Object[] cells = new Object[Tickets.ARCHIVE.table().fields().size()];
      set(cells, "town_code", "town" + (same ? id % 2 : random.nextInt(2)));
      set(cells, "year", 2017 + (same ? id % 3 % 2 : random.nextInt(2)));
      set(cells, "ticket_id", "T" + id);
      set(cells, "ticket_type", same ? "complaint" : "inquiry");
      set(cells, "received_at", LocalDateTime.of(2017, 3, 5, 8, id % 60));
      set(cells, "source_file", "a.csv");
      set(cells, "record", (long) i);
      set(cells, "load", "load");
      rows.add(RowFactory.create(cells));
    }
    return Spark.session()
        .createDataFrame(rows, Tickets.ARCHIVE.table().schema())
        .withColumn(ExportLog.SHA256.name(), ArchiveTable.LOAD.col())
        .withColumn(
            ExportLog.LATEST_ON.name(),
            org.apache.spark.sql.functions.lit(LocalDate.of(2018, 1, 1)).cast(DataTypes.DateType));
  }

  private static void set(Object[] cells, String column, Object value) {
    cells[Tickets.ARCHIVE.table().schema().fieldIndex(column)] = value;
  }
}

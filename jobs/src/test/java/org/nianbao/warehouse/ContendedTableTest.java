package org.nianbao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.table.Coverage;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Trial;

/** Commits that meet another one, and checkpoints that cannot be written. */
class ContendedTableTest {
  private static final int WRITERS = 4;
  private static final int COMMITS = 10;

  @TempDir private Path folder;

  @Test
  void shouldRefuseACommitThatMeetsAnother() throws Exception {
    warehouse().append(Coverage.TABLE, List.of(covered("first")));
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    int refused = 0;
    List<String> committed = new ArrayList<>(List.of("first"));
    try {
      List<Future<List<String>>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "w" + writer;
        writers.add(threads.submit(() -> write(name)));
      }
      for (Future<List<String>> writer : writers) {
        committed.addAll(writer.get());
        refused += COMMITS - writer.get().size();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(refused).isPositive();
    assertThat(warehouse().held(Coverage.TABLE).orElseThrow())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrderElementsOf(committed);
    assertThat(warehouse().version(Coverage.TABLE)).hasValue(committed.size() - 1);
    Trial.keep(
        "two writers",
        "ContendedTableTest#shouldRefuseACommitThatMeetsAnother",
        "%d writers without a lock commit to one table of Delta".formatted(WRITERS),
        (long) WRITERS * COMMITS,
        "%d commits whole, %d refused with a sentence, none lost or doubled"
            .formatted(committed.size() - 1, refused));
  }

  /** The towns whose rows were committed. */
  private List<String> write(String name) {
    List<String> committed = new ArrayList<>();
    Warehouse own = warehouse();
    for (int i = 0; i < COMMITS; i++) {
      try {
        own.append(Coverage.TABLE, List.of(covered(name + i)));
        committed.add(name + i);
      } catch (ConflictException e) {
        assertThat(e)
            .hasMessageMatching(
                "Cannot write the table .*/coverage: another process has written to it meanwhile;"
                    + " .*run again");
      }
    }
    return committed;
  }

  @Test
  void shouldGoOnWithoutACheckpointThatCannotBeWritten() throws Exception {
    for (int i = 0; i < 10; i++) {
      warehouse().append(Coverage.TABLE, List.of(covered("t" + i)));
    }
    // Delta notes here which checkpoint is the last: in the place of a folder it cannot.
    Files.createDirectories(folder.resolve("coverage/_delta_log/_last_checkpoint/x"));
    for (int i = 10; i < 12; i++) {
      warehouse().append(Coverage.TABLE, List.of(covered("t" + i)));
    }

    assertThat(warehouse().held(Coverage.TABLE).orElseThrow()).hasSize(12);
    Trial.keep(
        "disk",
        "ContendedTableTest#shouldGoOnWithoutACheckpointThatCannotBeWritten",
        "the checkpoint of a table cannot be written",
        1,
        "the commit stands, the run goes on, the table is read from its log");
  }

  private Warehouse warehouse() {
    return new Warehouse(Spark.session(), folder.toString());
  }

  private static Row covered(String town) {
    return RowFactory.create(
        town, town, 2017, "tickets", "complete", LocalDate.of(2017, 1, 2), null, 12, 3L);
  }
}

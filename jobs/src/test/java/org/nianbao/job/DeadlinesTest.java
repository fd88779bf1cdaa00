package org.nianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.table.Tickets;
import org.nianbao.table.TownYear;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Tables;
import org.nianbao.yearly.Inputs;

/** Open tickets become overdue: on these days results change though no export does. */
class DeadlinesTest {
  @TempDir private Path folder;

  @Test
  void shouldGiveTheDaysAroundTheDayOfTheRun() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tickets.csv"),
            """
            town_code,year,ticket_id,ticket_type,ticket_source,received_at,due_at,closed_at,status
            441900109,2018,overdue,complaint,phone,2018-02-01T08:00,2018-02-20T23:59:59,,in_progress
            441900109,2018,overdue-later,consultation,phone,2018-02-01T08:00,2018-02-25T23:59:59,,in_progress
            441900109,2018,due-today,complaint,phone,2018-02-01T08:00,2018-03-01T23:59:59,,in_progress
            441900109,2018,due-later,complaint,wechat,2018-01-01T08:00,2018-03-10T23:59:59,,in_progress
            441900109,2018,closed,complaint,phone,2018-02-01T08:00,2018-02-28T23:59:59,2018-02-02T08:00,closed
            441900109,2018,without-limit,complaint,phone,2018-02-01T08:00,,,in_progress
            441900109,2017,closed-too,complaint,phone,2017-02-01T08:00,2017-02-28T23:59:59,2017-03-02T08:00,closed
            """);
    Dataset<Row> tickets = Tables.read(Tickets.ARCHIVE.table(), file);
    Dataset<Row> coverage = Spark.session().emptyDataFrame();

    Map<TownYear, Deadlines.Stable> stable =
        Deadlines.stable(
            new Inputs(
                Map.of(Tickets.ARCHIVE.dataset(), tickets),
                coverage,
                Project.seeds(),
                LocalDate.of(2018, 3, 1)));

    assertThat(stable)
        .containsOnly(
            Map.entry(
                new TownYear("441900109", 2018),
                new Deadlines.Stable(LocalDate.of(2018, 2, 26), LocalDate.of(2018, 3, 2))),
            Map.entry(new TownYear("441900109", 2017), Deadlines.ALWAYS));
  }
}

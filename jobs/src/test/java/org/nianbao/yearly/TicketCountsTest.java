package org.nianbao.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.table.Tickets;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

/** What lies on a limit; all else is held by the yearly tables that add these counts up. */
class TicketCountsTest {
  @TempDir private Path folder;

  @Test
  void shouldTakeATicketForInTimeUpToItsLimit() throws IOException {
    Row counted = counted("2018-02-01T08:00,2018-02-05T17:00:00,2018-02-05T17:00:00");

    assertThat(counted.<Long>getAs(TicketCounts.ON_TIME)).isEqualTo(1);
    assertThat(counted.<Long>getAs(TicketCounts.LATE)).isZero();

    Row later = counted("2018-02-01T08:00,2018-02-05T17:00:00,2018-02-05T17:00:01");

    assertThat(later.<Long>getAs(TicketCounts.ON_TIME)).isZero();
    assertThat(later.<Long>getAs(TicketCounts.LATE)).isEqualTo(1);
  }

  @Test
  void shouldTellAClosingAtOnceFromOneBeforeTheReceipt() throws IOException {
    Row atOnce = counted("2018-02-01T08:00,,2018-02-01T08:10:00");

    assertThat(atOnce.<Long>getAs(TicketCounts.CLOSED_AT_ONCE)).isEqualTo(1);
    assertThat(atOnce.<Long>getAs(TicketCounts.CLOSED_BEFORE_RECEIVED)).isZero();

    Row before = counted("2018-02-01T08:00,,2018-02-01T07:59:59");

    assertThat(before.<Long>getAs(TicketCounts.CLOSED_AT_ONCE)).isZero();
    assertThat(before.<Long>getAs(TicketCounts.CLOSED_BEFORE_RECEIVED)).isEqualTo(1);

    // Of a day without a time nobody can tell which came first.
    Row sameDay = counted("2018-02-01T08:00,,2018-02-01T00:00");

    assertThat(sameDay.<Long>getAs(TicketCounts.CLOSED_BEFORE_RECEIVED)).isZero();
    assertThat(sameDay.<Long>getAs(TicketCounts.TIMED)).isZero();
  }

  /** The count of one settled ticket with times of receipt, limit and closing. */
  private Row counted(String times) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tickets.csv"),
            """
            town_code,year,ticket_id,ticket_type,ticket_source,received_at,due_at,closed_at,status
            441900109,2018,1,complaint,phone,%s,closed
            """
                .formatted(times));
    return TicketCounts.of(
            Tables.read(Tickets.ARCHIVE.table(), file), Project.seeds(), LocalDate.of(2018, 3, 1))
        .first();
  }
}

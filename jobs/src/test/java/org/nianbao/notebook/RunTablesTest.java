package org.nianbao.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.edition.CsvTable;
import org.nianbao.edition.DataPackage;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;

/** Delivered tables, read back. */
class RunTablesTest {
  private static final Field TICKETS = Field.count("tickets", "工单数", "宗", "Tickets");
  private static final Field RATE = Field.rate("rate", "完结率", "Share of those closed");
  private static final Field WHOLE = Field.flag("whole", "完整", "Whether the year is whole");
  private static final Table TABLE =
      new Table(
          "hotline",
          "热线",
          "One row per town and year",
          List.of(Shared.TOWN_CODE, Shared.YEAR),
          List.of(
              Shared.TOWN_CODE, Shared.TOWN, Shared.YEAR, TICKETS, RATE, WHOLE, Shared.FIRST_ON));

  @TempDir private Path out;

  @BeforeEach
  void deliver() throws IOException {
    Path folder = Files.createDirectories(out.resolve("tables"));
    DataPackage.write(folder, List.of(TABLE));
    CsvTable.write(
        folder,
        TABLE,
        List.of(
                TABLE.row("1", "东坑镇", 2016, 0L, null, null, null),
                TABLE.row(
                    "1",
                    "东坑镇",
                    2017,
                    228L,
                    new BigDecimal("0.960000"),
                    true,
                    LocalDate.of(2017, 1, 3)),
                TABLE.row("2", "A & <B>,\n\"C\"", 2017, null, null, false, null))
            .iterator());
  }

  @Test
  void shouldGiveEachCellByItsColumnAndType() {
    TableRow row = hotline().town("东坑镇").year(2017).one();

    assertThat(row.text("town")).isEqualTo("东坑镇");
    assertThat(row.number("tickets")).contains(new BigDecimal("228"));
    assertThat(row.number("rate")).contains(new BigDecimal("0.96"));
    assertThat(row.flag("whole")).contains(true);
    assertThat(row.date("first_on")).contains(LocalDate.of(2017, 1, 3));
  }

  @Test
  void shouldKeepWhatIsMissingApartFromZeroAndNo() {
    TableRow none = hotline().town("2").one();
    TableRow zero = hotline().town("1").year(2016).one();

    assertThat(none.number("tickets")).isEmpty();
    assertThat(none.has("tickets")).isFalse();
    assertThat(zero.number("tickets")).contains(BigDecimal.ZERO);
    assertThat(none.flag("whole")).contains(false);
    assertThat(zero.flag("whole")).isEmpty();
    assertThat(none.date("first_on")).isEmpty();
    assertThat(hotline().where("tickets", "").rows()).hasSize(1);
  }

  @Test
  void shouldDescribeTablesAndColumns() {
    RunTables tables = RunTables.in(out);

    assertThat(tables.names()).containsExactly("hotline");
    assertThat(hotline().title()).isEqualTo("热线");
    assertThat(hotline().grain()).isEqualTo("One row per town and year");
    assertThat(hotline().column("tickets"))
        .isEqualTo(new Column("tickets", "integer", "工单数", "宗", "Tickets"));
    assertThat(hotline().key()).containsExactly("town_code", "year");
    assertThat(hotline().columns()).hasSize(7);
  }

  @Test
  void shouldShowRowsAsATable() {
    assertThat(hotline().town("2").html("town", "tickets"))
        .isEqualTo(
            """
            <table>
            <thead><tr><th style="text-align:left">镇街</th>\
            <th style="text-align:right">工单数（宗）</th></tr></thead>
            <tbody>
            <tr><td style="text-align:left">A &amp; &lt;B&gt;,
            "C"</td><td style="text-align:right"></td></tr>
            </tbody>
            </table>""");
  }

  @Test
  void shouldSayWhatThereIsInsteadOfWhatIsAskedFor() throws IOException {
    assertThatThrownBy(() -> RunTables.in(out).table("hotlines"))
        .hasMessage("Cannot read hotlines: there is no such table; the tables are hotline");
    assertThatThrownBy(() -> hotline().where("ticket", "1"))
        .hasMessageStartingWith("Cannot read ticket of hotline: there is no such column; ")
        .hasMessageEndingWith("town_code, town, year, tickets, rate, whole, first_on");
    assertThatThrownBy(() -> hotline().town("2").one().number("town"))
        .hasMessage("Cannot read town of hotline as number: it is of type string; read it as text");
    assertThatThrownBy(() -> hotline().year(2017).one())
        .hasMessage(
            "Cannot take one row of hotline: there are 2; a row is: One row per town and year");
    assertThatThrownBy(() -> RunTables.in(out.resolve("none")))
        .hasMessageContaining("there is no such file; let `nianbao run` write it");
    Files.writeString(out.resolve("tables/hotline.csv"), "town,year\r\n");
    assertThatThrownBy(this::hotline).hasMessageContaining("its header is [town, year], not [town");
  }

  private ResultTable hotline() {
    return RunTables.in(out).table("hotline");
  }
}

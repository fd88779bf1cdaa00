package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.table.Shared;
import org.nianbao.table.TownYear;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Spark;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.TicketsByMonth;

/** Two years are delivered; then a file more of the one comes in, and a year more. */
@Tag("slow")
class RevisionsTest {
  private static final String HEADER = "工单编号,工单类型,工单来源,受理时间,办结时间\n";

  @TempDir private static Path folder;

  /** What a backtest said when new exports had come in that no delivery knew yet. */
  private static String inBetween;

  @BeforeAll
  static void deliverTwice() throws IOException {
    export("东坑工单2016.csv", "a,投诉,微信,2016-03-05,2016-03-07\n");
    export("东坑工单2017.csv", "b,投诉,微信,2017-03-05,2017-03-07\nc,投诉,微信,2017-04-05,2017-04-07\n");
    run("run");
    export("东坑工单2017补.csv", "d,咨询,微信,2017-05-05,\n");
    export("东坑工单2018.csv", "e,投诉,微信,2018-03-05,2018-03-07\n");
    run("intake");
    inBetween = run("backtest", "--year", 2017).out();
    run("tables");
    run("editions");
  }

  @Test
  void shouldListWhatChangedInADeliveredYearAndWhichFileCausedIt() throws IOException {
    Nianbao revisions = run("revisions");
    List<Map<String, String>> rows = CsvRows.of(folder.resolve("out/revisions.csv"));
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("town", "东坑镇")
                    .containsEntry("year", "2017")
                    .containsEntry("cause", "新增东坑工单2017补.csv"));
    assertThat(rows)
        .extracting(row -> place(row) + ": " + row.get("before") + "→" + row.get("after"))
        .contains(
            "yearly_measures measure=tickets value: 2→3",
            "yearly_measures measure=ticket_completion_rate value: 1→0.666667",
            "tickets_by_month month=5 tickets: →1",
            "tickets_by_type_and_source ticket_type=inquiry ticket_source=wechat tickets: →1");
    String note = Files.readString(folder.resolve("out/revisions.txt"));
    assertThat(note)
        .startsWith("数据修订说明\n第2次交付的数据（统计截至2023年6月1日）与第1次交付的数据")
        .contains("12345热线工单由2宗修订为3宗", "工单完结率由100%修订为66.67%")
        .contains("修订原因：新增东坑工单2017补.csv。")
        .doesNotContain("2018年：", "2016年：");
    assertThat(revisions.out()).contains("measure=tickets", note.strip());
  }

  @Test
  void shouldListNothingBetweenADeliveryAndItself() throws IOException {
    run("revisions", "--since", "2", "--out", folder.resolve("same"));
    assertThat(CsvRows.of(folder.resolve("same/revisions.csv"))).isEmpty();
    assertThat(folder.resolve("same/revisions.txt")).content().contains("没有修订");
  }

  @Test
  void shouldComputeADeliveredYearAnewToTheSameFigures() {
    assertThat(run("backtest", "--year", 2017).out()).contains("重算后有0处不同");
  }

  @Test
  void shouldExplainADifferenceByTheExportThatCameAfterTheDelivery() {
    assertThat(inBetween)
        .containsPattern("yearly_measures.+measure=tickets +value +2 +3 +1 +新增东坑工单2017补.csv")
        .contains("其中0处原因不明");
  }

  @Test
  void shouldEndWith4WhereAFigureWasAlteredInTheWarehouse() throws IOException {
    Path copy = copy("altered");
    Warehouse warehouse = new Warehouse(Spark.session(), copy.toString());
    Dataset<Row> altered =
        warehouse
            .read(TicketsByMonth.TABLE)
            .filter(Shared.YEAR.col().equalTo(2017))
            .withColumn(TicketsByMonth.TICKETS.name(), TicketsByMonth.TICKETS.col().plus(40));
    warehouse.replace(TicketsByMonth.TABLE, Set.of(new TownYear("441900109", 2017)), altered);
    Nianbao backtest = nianbao("backtest", "--year", 2017, "--warehouse", copy);
    assertThat(backtest.status()).isEqualTo(4);
    assertThat(backtest.out())
        .containsPattern("tickets_by_month +东坑镇 +2017 +month=5 +tickets +41 +1 +-40 +原因不明")
        .contains("重算后有3处不同，其中3处原因不明");
  }

  @Test
  void shouldSayThatEarlierFiguresAreGone() throws IOException {
    Path copy = copy("cleaned");
    try (Stream<Path> files = Files.list(copy.resolve("yearly_measures"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    refused("it is no longer in the warehouse", "revisions", "--warehouse", copy);
  }

  @Test
  void shouldRefuseDeliveriesAndYearsThatThereAreNot() {
    refused("there is no delivery 7; there are 1, 2", "revisions", "--since", 7);
    refused("--since 2 lies after --until 1", "revisions", "--since", 2, "--until", 1);
    refused("it was never delivered", "backtest", "--year", 2030);
    Path empty = folder.resolve("empty");
    refused("nothing was delivered", "revisions", "--warehouse", empty);
  }

  private static void refused(String sentence, Object... words) {
    Nianbao refused = nianbao(words);
    assertThat(refused.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(refused.status()).isEqualTo(2);
  }

  private static String place(Map<String, String> row) {
    return row.get("table") + " " + row.get("member") + " " + row.get("column");
  }

  private static void export(String name, String rows) throws IOException {
    Path file = folder.resolve("exports").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADER + rows);
  }

  private static Path copy(String name) throws IOException {
    PathUtils.copyDirectory(folder.resolve("warehouse"), folder.resolve(name));
    return folder.resolve(name);
  }

  private static Nianbao run(Object... words) {
    Nianbao run = nianbao(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run;
  }

  /** With the options of the class, but for those given. */
  private static Nianbao nianbao(Object... words) {
    List<Object> given = List.of(words);
    Stream<Object> defaults =
        Stream.of(
                List.<Object>of("--exports", folder.resolve("exports")),
                List.<Object>of("--warehouse", folder.resolve("warehouse")),
                List.<Object>of("--out", folder.resolve("out")))
            .filter(option -> !given.contains(option.get(0)))
            .flatMap(List::stream);
    return Nianbao.run(Stream.concat(given.stream(), defaults).toArray());
  }
}

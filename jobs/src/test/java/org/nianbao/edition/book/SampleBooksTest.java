package org.nianbao.edition.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.edition.book.ReadBook.Drawn;
import org.nianbao.job.Results;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Printed;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Tables;
import org.nianbao.trend.TicketBacklog;
import org.nianbao.trend.TownComparison;
import org.nianbao.yearly.TicketsByMonth;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The workbooks that the job delivers of the sample, as other programs read them. */
class SampleBooksTest {
  private static final Path COMPARE = Path.of("compare", "compare.xlsx");
  private static final List<Table> OF_ALL_YEARS =
      List.of(
          Trends.TABLE,
          YearlyMeasures.TABLE,
          TicketsByMonth.TABLE,
          Coverage.TABLE,
          TicketBacklog.TABLE);

  @TempDir private Path folder;

  static Stream<Path> books() {
    return Stream.of(edition("东坑镇", 2014), edition("东坑镇", 2017), edition("高埗镇", 2019), COMPARE);
  }

  @ParameterizedTest
  @CsvSource({"东坑镇,2014", "东坑镇,2017", "东坑镇,2021", "高埗镇,2019", "常平镇,2016"})
  void shouldHoldEveryCellOfTheTablesOfAnEdition(String town, int year) throws Exception {
    ReadBook book = read(edition(town, year));
    for (Table table : Results.tables()) {
      if (table.fields().contains(Shared.TOWN_CODE)
          && !List.of(IngestLog.TABLE, Rejects.TABLE).contains(table)) {
        assertHolds(
            book,
            table,
            delivered(table).stream()
                .filter(row -> town.equals(row.text(Shared.TOWN)))
                .filter(row -> OF_ALL_YEARS.contains(table) || row.value(Shared.YEAR).equals(year))
                .toList());
      }
    }
  }

  @Test
  void shouldHoldEveryCellOfTheTablesAcrossTowns() throws Exception {
    ReadBook book = read(COMPARE);
    for (Table table : List.of(TownComparison.TABLE, YearlyMeasures.TABLE, Coverage.TABLE)) {
      assertHolds(book, table, delivered(table));
    }
  }

  /** One row for each row of the table, and the value of every field in its own type. */
  private static void assertHolds(ReadBook book, Table table, List<ResultRow> rows) {
    String sheet = table.label();
    List<String> header = book.texts(sheet, 0);
    assertThat(header).as(sheet).doesNotHaveDuplicates();
    if (!rows.isEmpty()) {
      assertThat(book.height(sheet)).as(sheet).isEqualTo(rows.size() + 1);
    }
    for (Field field : table.fields()) {
      int column = header.indexOf(field.label());
      assertThat(column).as("%s in %s", field.label(), sheet).isNotNegative();
      for (int line = 0; line < rows.size(); line++) {
        assertThat(book.at(sheet, line + 1, column))
            .as("%s row %d, %s", sheet, line + 2, field.label())
            .satisfies(is(rows.get(line), field));
      }
    }
  }

  private static Consumer<Cell> is(ResultRow row, Field field) {
    Object value = row.value(field);
    return cell -> {
      if (value == null) {
        assertThat(cell == null ? "" : cell.getText()).isIn("", "缺", "—");
      } else if (field.isNumber()) {
        assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
        assertThat(cell.asNumber()).isEqualByComparingTo(row.number(field));
      } else if (value instanceof LocalDate date) {
        assertThat(cell.asDate().toLocalDate()).isEqualTo(date);
      } else if (value instanceof Boolean flag) {
        assertThat(cell.getText()).isEqualTo(flag ? "是" : "否");
      } else {
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo(value.toString());
      }
    };
  }

  @ParameterizedTest
  @MethodSource("books")
  void shouldDrawWhatStandsInTheCells(Path file) throws Exception {
    ReadBook book = read(file);
    assertThat(book.charts()).isNotEmpty();
    for (Document chart : book.charts().values()) {
      for (Drawn drawn : book.drawn(chart)) {
        List<Cell> cells = book.cells(drawn.cells());
        assertThat(drawn.values().keySet())
            .as(drawn.cells())
            .allMatch(place -> place < cells.size());
        for (int place = 0; place < cells.size(); place++) {
          Cell cell = cells.get(place);
          String kept = drawn.values().get(place);
          if (cell == null) {
            assertThat(kept).as("%s, %d", drawn.cells(), place).isNull();
          } else if (cell.getType() == CellType.NUMBER) {
            assertThat(new BigDecimal(kept)).isEqualByComparingTo(cell.asNumber());
          } else {
            assertThat(kept).isEqualTo(cell.asString());
          }
        }
      }
    }
  }

  /** What the schema of charts asks for and Excel cannot do without. */
  @ParameterizedTest
  @MethodSource("books")
  void shouldHaveChartsThatExcelTakes(Path file) throws Exception {
    for (Document chart : read(file).charts().values()) {
      for (Element lines : ReadBook.elements(chart, "c:lineChart")) {
        assertThat(names(lines)).startsWith("c:grouping", "c:varyColors", "c:ser");
      }
      for (Element bars : ReadBook.elements(chart, "c:barChart")) {
        assertThat(names(bars)).startsWith("c:barDir", "c:grouping", "c:varyColors", "c:ser");
      }
      for (Element axis : ReadBook.elements(chart, "c:valAx")) {
        assertThat(names(axis)).endsWith("c:crossAx", "c:crosses", "c:crossBetween");
      }
      assertThat(values(chart, "c:crossBetween")).containsOnly("between");
      assertThat(values(chart, "c:axId"))
          .allSatisfy(id -> assertThat(values(chart, "c:crossAx")).contains(id));
    }
  }

  @Test
  void shouldSayInWordsWhatTheExportsCover() throws Exception {
    ReadBook book = read(COMPARE);
    String sheet = "数据覆盖一览";
    List<String> header = book.texts(sheet, 0);
    List<String> words = new ArrayList<>();
    for (int row = 1; row < book.height(sheet); row++) {
      for (int column = 3; column < header.size(); column++) {
        words.add(book.text(sheet, row, column));
      }
    }

    assertThat(header)
        .containsExactly(
            "镇街代码", "镇街", "数据集", "2014年", "2015年", "2016年", "2017年", "2018年", "2019年", "2020年",
            "2021年");
    assertThat(words).hasSameSizeAs(delivered(Coverage.TABLE));
    assertThat(words).containsOnly("完整", "不完整（3个月）", "不完整（6个月）", "缺失");
    assertThat(words.stream().filter("缺失"::equals).count())
        .isEqualTo(
            delivered(Coverage.TABLE).stream()
                .filter(row -> Coverage.MISSING.equals(row.text(Coverage.STATUS)))
                .count());
  }

  @ParameterizedTest
  @MethodSource("books")
  void shouldExplainItsMarksAndHaveNoFormula(Path file) throws Exception {
    ReadBook book = read(file);
    List<String> topics =
        IntStream.range(0, book.height("说明")).mapToObj(row -> book.text("说明", row, 0)).toList();

    assertThat(topics).contains("符号 —", "符号 缺");
    assertThat(book.inSheets("f")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "editions/东坑镇/2017/tables.xlsx, 东坑镇2017年政府信息公开统计表 1371 年度指标 各月受理",
    "compare/compare.xlsx, 东坑镇 常平镇 寮步镇 高埗镇 不完整（3个月） 第1位"
  })
  void shouldBecomePages(Path file, String words) throws Exception {
    List<String> pages = new Printed(folder).pages(SampleRun.out().resolve(file), "localc");

    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(String.join("\f", pages).replace(",", "").replace(" ", ""))
        .contains(words.split(" "));
  }

  private static List<String> names(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(i -> parent.getChildNodes().item(i).getNodeName())
        .toList();
  }

  private static List<String> values(Document chart, String name) {
    return ReadBook.elements(chart, name).stream()
        .map(element -> element.getAttribute("val"))
        .toList();
  }

  private static Path edition(String town, int year) {
    return Path.of("editions", town, String.valueOf(year), "tables.xlsx");
  }

  private static ReadBook read(Path file) throws Exception {
    return new ReadBook(SampleRun.out().resolve(file));
  }

  private static List<ResultRow> delivered(Table table) {
    return Tables.rows(table, SampleRun.out().resolve("tables").resolve(table.name() + ".csv"));
  }
}

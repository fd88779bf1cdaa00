package org.nianbao.edition.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.draft.Drafting;
import org.nianbao.edition.Edition;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;

/** What a workbook makes of results that are odd. */
class TablesBookTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final String TOWN = "441900109";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://localhost\",\"点击\")",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "1371",
        "2017-01-01",
        "是"
      })
  void shouldKeepATextAsItIs(String text) throws Exception {
    ReadBook book =
        write(new TownResults(text, text, Map.of(Coverage.TABLE.name(), List.of(coverage(text)))));

    assertThat(book.inSheets("f")).isEmpty();
    for (int column : new int[] {0, 1}) {
      assertThat(book.at(Coverage.TABLE.label(), 1, column).getType()).isEqualTo(CellType.STRING);
      assertThat(book.at(Coverage.TABLE.label(), 1, column).asString()).isEqualTo(text);
    }
  }

  @Test
  void shouldTellANumberThatNobodyKnowsFromZeroAndFromNothing() throws Exception {
    ReadBook book =
        write(
            results(
                YearlyMeasures.TABLE,
                measure("tickets", "228", null, null),
                measure("fees", "0", null, null),
                measure("publications", null, null, null),
                measure("ticket_completion_rate", null, "0", "0")));
    String sheet = YearlyMeasures.TABLE.label();
    int value = book.texts(sheet, 0).indexOf(YearlyMeasures.VALUE.label());

    assertThat(book.at(sheet, 1, value).asNumber()).isEqualByComparingTo("228");
    assertThat(book.at(sheet, 2, value).asNumber()).isEqualByComparingTo("0");
    assertThat(book.text(sheet, 3, value)).isEqualTo("缺");
    assertThat(book.text(sheet, 4, value)).isEmpty();
  }

  @Test
  void shouldSayWhereThereIsNothingToDraw() throws Exception {
    ReadBook book = write(results(YearlyMeasures.TABLE));

    assertThat(book.charts()).isEmpty();
    assertThat(book.text("趋势图", 1, 0)).isEqualTo("没有数据，没有图表");
  }

  @Test
  void shouldGiveTheSameBytesForTheSameResults() throws Exception {
    TownResults town = results(YearlyMeasures.TABLE, measure("tickets", "228", null, null));
    write(town);
    byte[] first = Files.readAllBytes(folder.resolve("tables.xlsx"));
    write(town);

    assertThat(Files.readAllBytes(folder.resolve("tables.xlsx"))).isEqualTo(first);
  }

  private ReadBook write(TownResults town) throws Exception {
    Facts facts = new CellFacts(SEEDS, false).of(town, 2017);
    Edition edition =
        new Edition(town, 2017, facts, new Drafting(SEEDS).draft(town, 2017, facts), "");
    Path file = folder.resolve("tables.xlsx");
    new TablesBook(SEEDS, List.of(Coverage.TABLE, YearlyMeasures.TABLE)).write(edition, file);
    return new ReadBook(file);
  }

  private static TownResults results(Table table, ResultRow... rows) {
    return new TownResults(TOWN, "东坑镇", Map.of(table.name(), List.of(rows)));
  }

  private static ResultRow coverage(String text) {
    List<Object> values =
        new ArrayList<>(Arrays.asList(text, text, 2017, "tickets", Coverage.COMPLETE));
    values.addAll(Arrays.asList(null, null, 12, 1L));
    return new ResultRow(Coverage.TABLE, values);
  }

  private static ResultRow measure(
      String measure, String value, String numerator, String denominator) {
    Map<Field, Object> known = new HashMap<>();
    known.put(Shared.TOWN_CODE, TOWN);
    known.put(Shared.TOWN, "东坑镇");
    known.put(Shared.YEAR, 2017);
    known.put(Shared.MEASURE, measure);
    known.put(YearlyMeasures.VALUE, decimal(value));
    known.put(YearlyMeasures.UNIT, "宗");
    known.put(Shared.NUMERATOR, decimal(numerator));
    known.put(Shared.DENOMINATOR, decimal(denominator));
    return new ResultRow(
        YearlyMeasures.TABLE,
        Arrays.asList(YearlyMeasures.TABLE.fields().stream().map(known::get).toArray()));
  }

  private static BigDecimal decimal(String number) {
    return number == null ? null : new BigDecimal(number);
  }
}

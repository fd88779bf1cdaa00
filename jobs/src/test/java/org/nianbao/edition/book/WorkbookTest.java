package org.nianbao.edition.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.draft.Drafting;
import org.nianbao.edition.Edition;
import org.nianbao.edition.TownsCompared;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.job.Results;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.SampleTowns;
import org.nianbao.testing.Tables;
import org.nianbao.trend.TownComparison;

/** Workbooks as other programs read them. */
class WorkbookTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final List<Table> TABLES =
      Results.tables().stream().filter(table -> table.fields().contains(Shared.TOWN_CODE)).toList();

  @TempDir Path folder;

  @Test
  void shouldHoldTheNumbersOfTheTablesAsNumbers() throws IOException {
    TownResults town = SampleTowns.of(SampleTowns.DONGKENG);
    Path file = tables(town, 2017);

    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      for (Table table : TABLES) {
        assertThat(workbook.findSheet(table.label())).as(table.label()).isPresent();
      }
      List<Row> read = workbook.findSheet(YearlyMeasures.TABLE.label()).orElseThrow().read();
      List<ResultRow> rows = town.rows(YearlyMeasures.TABLE);
      assertThat(read).hasSize(rows.size() + 1);
      for (Field field :
          List.of(YearlyMeasures.VALUE, Shared.NUMERATOR, Shared.DENOMINATOR, Shared.YEAR)) {
        int column = texts(read.get(0)).indexOf(field.label());
        for (int line = 0; line < rows.size(); line++) {
          if (rows.get(line).value(field) != null) {
            assertThat(read.get(line + 1).getCell(column).getType()).isEqualTo(CellType.NUMBER);
            assertThat(read.get(line + 1).getCell(column).asNumber())
                .isEqualByComparingTo(rows.get(line).number(field));
          }
        }
      }
    }
  }

  @Test
  void shouldNeverMakeAFormulaOfAText() throws IOException {
    String planted = "=HYPERLINK(\"http://localhost\",\"点击\")";
    ResultRow row = coverage(planted, "@SUM(1)", "tickets");
    TownResults town =
        new TownResults(planted, "+1+1", Map.of(Coverage.TABLE.name(), List.of(row)));

    Path file = tables(town, 2017);

    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var part : zip.stream().filter(one -> one.getName().contains("worksheets")).toList()) {
        String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("<f>").doesNotContain("<f ");
      }
    }
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      Row read = workbook.findSheet(Coverage.TABLE.label()).orElseThrow().read().get(1);
      assertThat(read.stream().filter(cell -> cell != null && planted.equals(cell.getText())))
          .isNotEmpty()
          .allMatch(cell -> cell.getType() == CellType.STRING);
    }
  }

  @Test
  void shouldGiveTheSameBytesForTheSameResults() throws IOException {
    TownResults town = SampleTowns.of(SampleTowns.DONGKENG);
    byte[] first = Files.readAllBytes(tables(town, 2017));

    assertThat(Files.readAllBytes(tables(town, 2017))).isEqualTo(first);
  }

  @Test
  void shouldOpenInLibreOffice() throws Exception {
    assumeTrue(
        onPath("localc"), "LibreOffice Calc is not installed: workbooks are not opened in it");
    assumeTrue(onPath("pdftotext"), "poppler-utils is not installed");
    tables(SampleTowns.of(SampleTowns.DONGKENG), 2017);
    compare();

    for (String name : List.of("tables", "compare")) {
      assertThat(
              run(
                  "soffice",
                  "-env:UserInstallation=" + folder.resolve("office").toUri(),
                  "--headless",
                  "--convert-to",
                  "pdf",
                  "--outdir",
                  folder.toString(),
                  folder.resolve(name + ".xlsx").toString()))
          .isZero();
      assertThat(run("pdftotext", folder.resolve(name + ".pdf").toString())).isZero();
    }
    assertThat(Files.readString(folder.resolve("tables.txt")))
        .contains("东坑镇2017年政府信息公开统计表", "1,371", "年度指标");
    assertThat(Files.readString(folder.resolve("compare.txt")))
        .contains("东坑镇", "常平镇", "寮步镇", "高埗镇");
  }

  private Path tables(TownResults town, int year) throws IOException {
    Facts facts = new CellFacts(SEEDS, false).of(town, year);
    Edition edition =
        new Edition(town, year, facts, new Drafting(SEEDS).draft(town, year, facts), "");
    Path file = folder.resolve("tables.xlsx");
    new TablesBook(SEEDS, TABLES).write(edition, file);
    return file;
  }

  private void compare() throws IOException {
    List<Table> tables =
        List.of(TownComparison.TABLE, YearlyMeasures.TABLE, Coverage.TABLE, Checks.TABLE);
    Map<String, List<ResultRow>> rows = new HashMap<>();
    for (Table table : tables) {
      Path file = SampleRun.out().resolve("tables").resolve(table.name() + ".csv");
      rows.put(table.name(), Tables.rows(table, file));
    }
    new CompareBook(SEEDS).write(new TownsCompared(rows), folder.resolve("compare.xlsx"));
  }

  private static ResultRow coverage(String code, String town, String dataset) {
    List<Object> values = new ArrayList<>(Arrays.asList(code, town, 2017, dataset, "complete"));
    values.addAll(Arrays.asList(null, null, 12, 1L));
    return new ResultRow(Coverage.TABLE, values);
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell.getText()).toList();
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}

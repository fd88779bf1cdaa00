package org.nianbao.edition.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.draft.Block;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Drafting;
import org.nianbao.draft.Gap;
import org.nianbao.draft.Grid;
import org.nianbao.edition.Edition;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.report.PublishedReport;
import org.nianbao.report.Wording;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.testing.Printed;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleTowns;

/** Drafts of the sample as Word documents, read back by others. */
class WordDraftTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final TownResults DONGKENG = SampleTowns.of(SampleTowns.DONGKENG);

  @TempDir private Path folder;

  @Test
  void shouldPrintEveryPublishedFigureOf2017InItsSection() throws Exception {
    PublishedReport report = read(write(2017));

    assertThat(report.townCode()).isEqualTo(SampleTowns.DONGKENG);
    assertThat(report.year()).isEqualTo(2017);
    List<String> published =
        SEEDS.rows("published_figures").stream()
            .map(
                row ->
                    Stream.of("section", "measure", "dimension", "member", "value", "unit")
                        .map(row::get)
                        .collect(Collectors.joining(" ")))
            .toList();
    assertThat(published).hasSize(30);
    assertThat(
            report.figures().stream()
                .map(
                    figure ->
                        String.join(
                            " ",
                            figure.section(),
                            figure.measure(),
                            figure.dimension(),
                            figure.member(),
                            figure.value().toPlainString(),
                            figure.unit())))
        .containsAll(published);
  }

  @ParameterizedTest
  @ValueSource(ints = {2017, 2019})
  void shouldNotContradictItself(int year) throws Exception {
    assertThat(read(write(year)).unplaced().toString()).doesNotContain("几个不同的数字");
  }

  @ParameterizedTest
  @ValueSource(ints = {2013, 2017, 2019, 2021})
  void shouldHaveTheHeadingsAndPlaceholdersOfItsDraft(int year) throws IOException {
    Edition edition = edition(year);
    try (XWPFDocument word = open(write(edition))) {
      List<String> headings = new ArrayList<>();
      for (XWPFParagraph paragraph : word.getParagraphs()) {
        if (paragraph.getStyle().startsWith("Heading")) {
          headings.add(paragraph.getStyle() + " " + paragraph.getText());
        }
      }
      assertThat(headings)
          .isNotEmpty()
          .isEqualTo(
              edition.draft().sections().stream()
                  .map(section -> "Heading%d %s".formatted(section.level(), section.heading()))
                  .toList());
      assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
          .filteredOn(text -> text.startsWith("【待填写："))
          .hasSameSizeAs(gaps(edition.draft()))
          .isNotEmpty();
      assertThat(word.getDocument().xmlText())
          .contains("TOC \\o \"1-2\"", "撰稿说明（发布前删除）")
          .contains(edition.draft().sections().get(0).heading());
      assertThat(word.isEnforcedUpdateFields()).isTrue();
    }
  }

  @Test
  void shouldMergeTheCellsOfTheFormAndRepeatItsHeader() throws IOException {
    try (XWPFDocument word = open(write(2021))) {
      List<XWPFTable> tables = word.getTables();
      assertThat(tables.stream().map(WordDraftTest::shape))
          .containsExactly(
              "14 rows, 0 repeated, 0 merged down, 11 merged across, 10 marked",
              "28 rows, 3 repeated, 8 merged down, 11 merged across, 0 marked",
              "4 rows, 3 repeated, 5 merged down, 4 merged across, 0 marked",
              "30 rows, 1 repeated, 7 merged down, 1 merged across, 0 marked");
      assertThat(tables.get(1).getRow(0).getCell(0).getText())
          .isEqualTo("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
      assertThat(tables.stream().flatMap(table -> table.getRows().stream()))
          .allMatch(XWPFTableRow::isCantSplitRow);
    }
  }

  @Test
  void shouldGiveTheSameBytesTwice() throws IOException {
    assertThat(Files.readAllBytes(write(2021))).isEqualTo(Files.readAllBytes(write(2021)));
  }

  @Test
  void shouldKeepWhatATownChangedInItsTemplate() throws Exception {
    Path own = folder.resolve("own.docx");
    try (XWPFDocument word = open(write(2017))) {
      word.getDocument().getBody().getSectPr().getPgMar().setTop(java.math.BigInteger.TEN);
      try (var out = Files.newOutputStream(own)) {
        word.write(out);
      }
    }
    Template template = Template.of(Files.readAllBytes(own));
    Path file = folder.resolve("from-own.docx");
    new WordDraft(template).write(edition(2019), file);

    assertThat(template.digest()).isNotEqualTo(Template.standard().digest());
    try (XWPFDocument word = open(file)) {
      assertThat(word.getDocument().getBody().getSectPr().getPgMar().getTop()).hasToString("10");
      assertThat(word.getDocument().xmlText()).doesNotContain("2017年政府").contains("2019年政府");
    }
  }

  /** LibreOffice reads what POI wrote; the pages are those of a report, not of a broken table. */
  @ParameterizedTest
  @CsvSource({
    "2013, 一、概述, 2013年政府信息公开工作年度报告",
    "2017, 二、主动公开政府信息情况, 1371 1367 586 296 250 157 228 95.3%",
    "2019, 三、收到和处理政府信息公开申请情况, 389 申请人情况 第二十条第（九）项",
    "2021, 六、其他需要报告的事项, 590 538 93.9% 申请人情况",
  })
  void shouldBecomePages(int year, String heading, String figures) throws Exception {
    Path file = write(year);
    List<String> pages = new Printed(folder).pages(file, "soffice");
    String text = String.join("\f", pages);

    assertThat(pages).hasSizeBetween(2, 9);
    assertThat(text.split(heading, -1)).as("in the contents and above its section").hasSize(3);
    assertThat(text).contains(figures.split(" ")).contains("—1—", "—2—");
  }

  /** A reader sees a small table at once, below its caption: on one page. */
  @ParameterizedTest
  @ValueSource(ints = {2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021})
  void shouldKeepASmallTableOnOnePage(int year) throws Exception {
    Edition edition = edition(year);
    List<String> pages = new Printed(folder).pages(write(edition), "soffice");

    for (Grid table : smallTables(edition.draft())) {
      Pattern caption = Pattern.compile("(?m)^\\s*" + Pattern.quote(table.caption()) + "\\s*$");
      assertThat(pages.stream().map(caption::matcher).filter(Matcher::find))
          .as(table.caption())
          .singleElement()
          .satisfies(
              found ->
                  assertThat(found.replaceFirst("").substring(found.start()))
                      .contains(numbers(table.rows().stream().flatMap(List::stream)))
                      .containsSubsequence(
                          numbers(table.rows().get(table.rows().size() - 1).stream())));
    }
  }

  /** A longer table breaks where its first column does, and nowhere else. */
  @ParameterizedTest
  @ValueSource(ints = {2019, 2020, 2021})
  void shouldKeepTheRowsOfATypeOnOnePage(int year) throws Exception {
    Edition edition = edition(year);
    List<String> pages = new Printed(folder).pages(write(edition), "soffice");
    List<Pattern> types = types(edition.draft());

    assertThat(types).hasSizeGreaterThan(3);
    for (Pattern type : types) {
      assertThat(pages).as(type.pattern()).anyMatch(page -> type.matcher(page).find());
    }
  }

  /** The rows of each type of tickets, one below the other. */
  private static List<Pattern> types(Draft draft) {
    List<Pattern> types = new ArrayList<>();
    for (Grid table : hotline(draft)) {
      for (int row = 0; row < table.rows().size(); row++) {
        int span = table.rows().get(row).get(0).rowSpan();
        if (span > 1) {
          types.add(
              Pattern.compile(
                  IntStream.range(row, row + span)
                      .mapToObj(line -> sourceAndNumber(table.rows().get(line)))
                      .collect(Collectors.joining("\\n(?:.*\\n)?.*"))));
        }
      }
    }
    return types;
  }

  private static List<Grid> hotline(Draft draft) {
    return draft.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Grid.class::isInstance)
        .map(Grid.class::cast)
        .filter(table -> table.caption().contains("热线"))
        .toList();
  }

  private static String sourceAndNumber(List<Grid.Cell> row) {
    int number = row.stream().map(Grid.Cell::isNumber).toList().indexOf(true);
    return row.get(number - 1).text() + "\\s+" + row.get(number).text() + "(?!\\d).*";
  }

  private static List<String> numbers(Stream<Grid.Cell> cells) {
    return cells.filter(Grid.Cell::isNumber).map(Grid.Cell::text).toList();
  }

  private static List<Grid> smallTables(Draft draft) {
    return draft.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Grid.class::isInstance)
        .map(Grid.class::cast)
        .filter(table -> table.rows().size() <= PrintedTable.KEPT_TOGETHER)
        .toList();
  }

  private static String shape(XWPFTable table) {
    int down = 0;
    int across = 0;
    int marked = 0;
    for (XWPFTableRow row : table.getRows()) {
      for (XWPFTableCell cell : row.getTableCells()) {
        var properties = cell.getCTTc().getTcPr();
        boolean starts =
            properties.isSetVMerge()
                && properties.getVMerge().getVal().toString().equals("restart");
        down += starts ? 1 : 0;
        across += properties.isSetGridSpan() ? 1 : 0;
        marked += cell.getColor() == null ? 0 : 1;
      }
    }
    return "%d rows, %d repeated, %d merged down, %d merged across, %d marked"
        .formatted(
            table.getNumberOfRows(),
            table.getRows().stream().filter(XWPFTableRow::isRepeatHeader).count(),
            down,
            across,
            marked);
  }

  /** What a person has to fill: gaps, and tables with numbers that nobody knows. */
  private static List<Block> gaps(Draft draft) {
    return draft.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(block -> block instanceof Gap || (block instanceof Grid grid && grid.isOpen()))
        .toList();
  }

  private static PublishedReport read(Path file) throws Exception {
    return PublishedReport.read(
        "report.docx", Files.readAllBytes(file), Wording.of(SEEDS), PublishedReport.Told.NOTHING);
  }

  private static XWPFDocument open(Path file) throws IOException {
    return new XWPFDocument(Files.newInputStream(file));
  }

  private Path write(int year) throws IOException {
    return write(edition(year));
  }

  private Path write(Edition edition) throws IOException {
    Path file = folder.resolve("draft-%d.docx".formatted(edition.year()));
    new WordDraft(Template.standard()).write(edition, file);
    return file;
  }

  /** The edition of a year; the sample begins in 2014, whose results stand in for 2013. */
  private static Edition edition(int year) {
    TownResults town = DONGKENG;
    if (year < town.years().first()) {
      town = told(town, town.years().first(), year);
    }
    Facts facts = new CellFacts(SEEDS, false).of(town, year);
    return new Edition(town, year, facts, new Drafting(SEEDS).draft(town, year, facts), "");
  }

  private static TownResults told(TownResults town, int of, int as) {
    Map<String, List<ResultRow>> rows = new HashMap<>();
    town.rows()
        .forEach(
            (name, all) ->
                rows.put(
                    name,
                    all.stream()
                        .filter(row -> row.has(Shared.YEAR))
                        .filter(row -> Integer.valueOf(of).equals(row.value(Shared.YEAR)))
                        .map(row -> in(row, as))
                        .toList()));
    return new TownResults(town.townCode(), town.town(), rows);
  }

  private static ResultRow in(ResultRow row, int year) {
    Table table = row.table();
    List<Object> values = new ArrayList<>(row.values());
    values.set(table.fields().indexOf(Shared.YEAR), year);
    return new ResultRow(table, values);
  }
}

package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nianbao.source.Workbook.cell;
import static org.nianbao.source.Workbook.row;
import static org.nianbao.source.Workbook.texts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {
  private static final String[] HEADER = {"工单编号", "镇街", "工单类型", "工单来源", "受理时间", "工单状态"};

  @TempDir private Path folder;

  @Test
  void shouldReadTheSheetThatHasAKnownHeader() throws Exception {
    Path file =
        new Workbook()
            .sheet("说明", texts(1, "本表由12345热线导出"))
            .sheet("工单", texts(1, HEADER), texts(2, "A1", "东坑镇", "投诉", "电话", "2017-03-05", "已办结"))
            .write(folder.resolve("2017.xlsx"));

    Export export = Reading.only(file);

    assertThat(export.sheet()).isEqualTo("工单");
    assertThat(export.encoding()).isEqualTo("xlsx");
    assertThat(Reading.read(export)).containsExactly("1: A1|东坑镇|投诉|电话|2017-03-05|已办结");
  }

  @Test
  void shouldReadNumbersDatesAndFormulasAsTheyAreStored() throws Exception {
    String numbers =
        row(
            2,
            cell(2, 0, "n", "<v>20170305001</v>")
                + cell(2, 1, "str", "<f>A1</f><v>东坑镇</v>")
                + cell(2, 2, "inlineStr", "<is><r><t>投</t></r><r><t>诉</t></r></is>")
                + cell(2, 4, "n", "<f>TODAY()</f><v>42799.335416666669</v>")
                + cell(2, 5, "b", "<v>1</v>"));
    Path file =
        new Workbook()
            .sheet(
                "1",
                texts(1, HEADER),
                numbers,
                row(
                    3,
                    cell(3, 0, "n", "<v>2.01703050001235E+17</v>")
                        + cell(3, 4, "e", "<v>#N/A</v>")))
            .write(folder.resolve("2017.xlsx"));

    assertThat(Reading.read(Reading.only(file)))
        .containsExactly(
            "1: 20170305001|东坑镇|投诉||42799.335416666669|1", "2: 2.01703050001235E+17||||#N/A|");
  }

  @Test
  void shouldPassOverTitlesAndEmptyRows() throws Exception {
    Path file =
        new Workbook()
            .sheet(
                "1",
                texts(1, "东坑镇2017年工单"),
                texts(3, HEADER),
                row(4, ""),
                texts(5, "A1", "东坑"),
                texts(6, " "),
                texts(9, "A2", "东坑", "投诉", "电话", "43101", "", "多出"))
            .write(folder.resolve("2017.xlsx"));

    Export export = Reading.only(file);

    assertThat(export.headerRecords()).isEqualTo(2);
    assertThat(Reading.read(export)).containsExactly("1: A1|东坑||||", "2: A2|东坑|投诉|电话|43101||多出");
  }

  @Test
  void shouldNameTheTablesBesideTheFirst() throws Exception {
    String[] ticket = {"A1", "东坑镇", "投诉", "电话", "2017-03-05", "已办结"};
    Path file =
        new Workbook()
            .sheet("1月", texts(1, HEADER), texts(2, ticket))
            .sheet("说明", texts(1, "本表由12345热线导出"))
            .sheet("2月", texts(1, HEADER), texts(2, ticket))
            .write(folder.resolve("2017.xlsx"));

    Export export = Reading.only(file);

    assertThat(export.sheet()).isEqualTo("1月");
    assertThat(export.unreadSheets()).containsExactly("2月");
  }

  @Test
  void shouldRefuseWhatItCannotRead() throws Exception {
    byte[] ole = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504));
    assertRefused(
        Files.write(folder.resolve("old.xls"), ole),
        "is an old Excel workbook (.xls); save it as .xlsx or CSV (UTF-8)");
    assertRefused(
        Files.write(folder.resolve("locked.xlsx"), ole),
        "is protected by a password, or an old workbook (.xls); save it as .xlsx without password");
    assertRefused(
        Files.writeString(folder.resolve("text.xlsx"), "工单编号,镇街"),
        "is no Excel workbook; let its name end in what it is");
    assertRefused(
        new Workbook().sheet("1", texts(1, HEADER)).write(folder.resolve("header.xlsx")),
        "has a header but no records below it; export it again");
    assertRefused(
        new Workbook().sheet("1").write(folder.resolve("empty.xlsx")),
        "has no rows; export it again");
    assertRefused(
        new Workbook().from1904().sheet("1", texts(1, HEADER)).write(folder.resolve("1904.xlsx")),
        "counts its dates from 1904; save it as CSV (UTF-8)");
    assertRefused(
        new Workbook().sheet("1", texts(1, "CASE ID")).write(folder.resolve("other.xlsx")),
        "has no header that seeds/column_aliases.csv knows (read as Excel workbook, it begins with: CASE ID); add its column names there");
  }

  @Test
  void shouldRefuseADamagedWorkbook() throws Exception {
    Path whole =
        new Workbook().sheet("1", "<row><c><v>1</row>").write(folder.resolve("damaged.xlsx"));

    assertRefused(whole, "is a damaged Excel workbook; save it again as .xlsx");

    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(cut))
        .withMessageStartingWith("cannot be read: ");
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(file))
        .withMessage(sentence);
  }
}

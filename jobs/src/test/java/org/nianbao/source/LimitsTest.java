package org.nianbao.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Trial;

/**
 * Files made to fill a memory or a disk, or to read what they should not: each is refused with a
 * sentence, in memory that does not grow with the file.
 */
@Timeout(120)
class LimitsTest {
  /** More than a record may have, many times over. */
  private static final int LARGE_MB = 1024;

  private static final String SECRET = "别人的文件";
  private static final String HEADER = "工单编号,工单类型,工单来源,受理时间\n";

  @TempDir private Path folder;

  @Test
  void shouldRefuseALineOfAGigabyte() throws IOException {
    Path file = folder.resolve("line.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(HEADER.getBytes(UTF_8));
      megabytes(out, LARGE_MB);
    }
    refused(
        "shouldRefuseALineOfAGigabyte", "a CSV line of 1 GB", file, "cannot be cut into records");
    Files.delete(file);
  }

  @Test
  void shouldRefuseAGzipThatGrowsWithoutEnd() throws IOException {
    Path file = folder.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(HEADER.getBytes(UTF_8));
      lines(out, LARGE_MB);
    }
    refused(
        "shouldRefuseAGzipThatGrowsWithoutEnd",
        "a gzip of 1 GB of lines",
        file,
        "it grows more than 200-fold when unpacked");
  }

  @Test
  void shouldRefuseAnEntryOfAZipThatGrowsWithoutEnd() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("2017.csv"));
      zip.write(HEADER.getBytes(UTF_8));
      lines(zip, LARGE_MB);
    }
    refused(
        "shouldRefuseAnEntryOfAZipThatGrowsWithoutEnd",
        "a zip whose entry has 1 GB of lines",
        file,
        "it grows more than 200-fold when unpacked");
  }

  @Test
  void shouldRefuseAWorkbookThatGrowsWithoutEnd() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      megabytes(zip, LARGE_MB);
    }
    refused(
        "shouldRefuseAWorkbookThatGrowsWithoutEnd",
        "a workbook whose sheet has 1 GB",
        file,
        "it grows more than 200-fold when unpacked");
  }

  @Test
  void shouldRefuseAMillionColumns() throws IOException {
    Path file = folder.resolve("wide.csv");
    Files.writeString(file, "c,".repeat(1_000_000) + "\n" + "1,".repeat(1_000_000) + "\n");
    refused("shouldRefuseAMillionColumns", "a header of a million columns", file, "columns");
  }

  @Test
  void shouldReadNothingThroughEntitiesOfAWorkbook() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    refused(
        "shouldReadNothingThroughEntitiesOfAWorkbook",
        "a workbook with an external entity",
        workbook("external.xlsx", external, "&e;"),
        "");
  }

  @Test
  void shouldNotLaughABillionTimes() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"哈哈哈哈哈哈哈哈哈哈\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
    }
    refused(
        "shouldNotLaughABillionTimes",
        "a workbook with a billion laughs",
        workbook("laughs.xlsx", laughs + "]>", "&l11;"),
        "");
  }

  @Test
  void shouldKeepNamesOfEntriesBelowTheirArchive() throws IOException {
    Path file = folder.resolve("names.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name :
          List.of("../../etc/a.csv", "/etc/b.csv", "..\\..\\c.csv", "x/../../d.csv", "e:/e.csv")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEADER + "a,投诉,微信,2017-03-05\n").getBytes(UTF_8));
      }
    }
    assertThat(Discovery.of(List.of(file.toString()), new Configuration()).files())
        .extracting(SourceFile::name)
        .containsExactlyInAnyOrder(
            "names.zip/etc/a.csv",
            "names.zip/etc/b.csv",
            "names.zip/c.csv",
            "names.zip/x/d.csv",
            "names.zip/e/e.csv");
    Trial.keep(
        "limits",
        "LimitsTest#shouldKeepNamesOfEntriesBelowTheirArchive",
        "entries of a zip named `../../etc/a.csv`, `/etc/b.csv` and three more",
        5,
        "named below their archive, nothing is unpacked to disk");
  }

  private Path workbook(String name, String type, String text) throws IOException {
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                + " name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"rId1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                + " Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "xl/worksheets/sheet1.xml",
            "<?xml version=\"1.0\"?>"
                + type
                + "<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                + " r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                + text
                + "</t></is></c></row></sheetData></worksheet>");
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return file;
  }

  /** The collector is asked before and after: what a refusal leaves behind is its own fault. */
  private static void refused(String test, String tried, Path file, String sentence) {
    Recognition recognition = new Recognition(Spark.session(), Project.seeds().columnAliases());
    SourceFile found = Discovery.of(List.of(file.toString()), new Configuration()).files().get(0);
    Peak peak = new Peak();
    long start = System.nanoTime();
    assertThatThrownBy(() -> recognition.recognise(found))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(sentence)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContain(SECRET));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(100));
    assertThat(peak.megabytes()).as("%s: memory", file).isLessThan(400);
    Trial.keep(
        "limits",
        "LimitsTest#" + test,
        tried,
        1,
        "refused with a sentence, with less than 400 MB and within 100 s");
  }

  private static void megabytes(OutputStream out, int count) throws IOException {
    byte[] megabyte = "a".repeat(1 << 20).getBytes(UTF_8);
    for (int i = 0; i < count; i++) {
      out.write(megabyte);
    }
  }

  private static void lines(OutputStream out, int megabytes) throws IOException {
    byte[] lines = "a,投诉,微信,2017-03-05\n".repeat(40_000).getBytes(UTF_8);
    for (long written = 0; written < (long) megabytes << 20; written += lines.length) {
      out.write(lines);
    }
  }
}

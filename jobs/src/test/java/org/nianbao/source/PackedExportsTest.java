package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedExportsTest {
  private static final String TICKETS = "工单编号,镇街,工单类型,工单来源,受理时间\nA1,东坑镇,投诉,电话热线,2017-03-05\n";
  private static final String RECORD = "1: A1|东坑镇|投诉|电话热线|2017-03-05";

  @TempDir private Path folder;

  @Test
  void shouldReadAGzippedFileLikeThePlainOne() throws Exception {
    Path packed = gzip("2017.csv.gz", TICKETS.getBytes(StandardCharsets.UTF_8));
    Path plain = Files.writeString(folder.resolve("2018.csv"), TICKETS);

    assertThat(Reading.read(Reading.only(packed))).containsExactly(RECORD);
    assertThat(Reading.only(packed).sha256()).isEqualTo(Reading.only(plain).sha256());
  }

  @Test
  void shouldTakeEveryFileInAnArchiveForAnExportOfItsOwn() throws Exception {
    Path archive =
        zip(
            StandardCharsets.UTF_8,
            Map.of(
                "2017/东坑.csv",
                TICKETS,
                "2018/东坑.csv",
                TICKETS.replace("A1", "A2"),
                "说明.docx",
                "x",
                "__MACOSX/._东坑.csv",
                "x"));

    Discovery found = Reading.find(archive);

    assertThat(found.files())
        .extracting(SourceFile::name)
        .containsExactly("a.zip/2017/东坑.csv", "a.zip/2018/东坑.csv");
    assertThat(found.ignored()).containsExactly("a.zip/说明.docx");
    assertThat(
            Reading.read(
                Reading.recognise(found.files().get(0)), Reading.recognise(found.files().get(1))))
        .containsExactly(RECORD, RECORD.replace("A1", "A2"));
  }

  @Test
  void shouldReadTheNamesThatWindowsWritesInGbk() throws Exception {
    Path archive = zip(Charset.forName("GBK"), Map.of("2017年\\东坑镇.csv", TICKETS));

    assertThat(Reading.find(archive).files())
        .extracting(SourceFile::name)
        .containsExactly("a.zip/2017年/东坑镇.csv");
    assertThat(Reading.read(Reading.only(archive))).containsExactly(RECORD);
  }

  @Test
  void shouldLetNoEntryLeadOutOfItsFolder() throws Exception {
    Path archive =
        zip(StandardCharsets.UTF_8, Map.of("../../etc/东坑.csv", TICKETS, "C:\\大朗.csv", TICKETS));

    assertThat(Reading.find(archive).files())
        .extracting(SourceFile::name)
        .containsExactly("a.zip/C/大朗.csv", "a.zip/etc/东坑.csv");
  }

  @Test
  void shouldRefuseAnArchiveThatIsNone() throws Exception {
    Path archive = Files.writeString(folder.resolve("a.zip"), TICKETS);

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(archive))
        .withMessageStartingWith("cannot be read: ");
  }

  @Test
  void shouldRefuseWhatGrowsOutOfAllProportion() throws Exception {
    byte[] blank = new byte[40 << 20];
    Arrays.fill(blank, (byte) '\n');
    byte[] header = TICKETS.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(header, 0, blank, 0, header.length);
    Path packed = gzip("bomb.csv.gz", blank);

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(packed))
        .withMessage(
            "cannot be read: it grows more than 200-fold when unpacked; pack it again, or unpack it first");
  }

  @Test
  void shouldRefuseAGzippedFileThatIsCutOff() throws Exception {
    Path packed = gzip("2017.csv.gz", TICKETS.repeat(100).getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length - 20));

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(packed))
        .withMessageStartingWith("cannot be read: Unexpected end");
  }

  @Test
  void shouldRefuseParquetInAnArchive() throws Exception {
    Path archive = zip(StandardCharsets.UTF_8, Map.of("a.parquet", "PAR1"));

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(archive))
        .withMessage("is a Parquet file in an archive; unpack it first");
  }

  private Path gzip(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write(bytes);
    }
    return file;
  }

  private Path zip(Charset names, Map<String, String> entries) throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(file), names)) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        stream.putNextEntry(new ZipEntry(entry.getKey()));
        stream.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}

package org.nianbao.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.intake.IntakeRules;
import org.nianbao.intake.RecordIntake;
import org.nianbao.mapping.MappingException;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.report.PublishedReport;
import org.nianbao.report.UnreadableReportException;
import org.nianbao.report.Wording;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Chunk;
import org.nianbao.source.CsvRecords;
import org.nianbao.source.Discovery;
import org.nianbao.source.Export;
import org.nianbao.source.RawRecord;
import org.nianbao.source.Recognition;
import org.nianbao.source.SourceFile;
import org.nianbao.source.UnreadableFileException;
import org.nianbao.source.Workbook;
import org.nianbao.source.XlsxRecords;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Trial;

/**
 * Whatever bytes an export, a mapping or a report has, it is read or refused with a sentence, soon,
 * and every record is accounted for. Some seconds each; longer with {@code
 * -Dnianbao.fuzz.seconds=600 -Dnianbao.fuzz.seed=1}. What was found stands below {@code fuzz} in
 * the resources and is tried first.
 */
class FuzzTest {
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final Path RESOURCES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao");
  private static final Seeds SEEDS = Project.seeds();

  @TempDir private Path folder;

  /** Reads bytes; throws nothing but what is refused with a sentence. */
  private interface Reader {
    void read(byte[] bytes) throws Exception;
  }

  /** What it takes to start is no time of reading. */
  @BeforeAll
  static void start() {
    Spark.session();
  }

  @Test
  void shouldReadOrRefuseEveryCsv() throws IOException {
    fuzz(
        "shouldReadOrRefuseEveryCsv",
        corpus("fuzz/exports", "source/csv", "source/refused"),
        bytes -> readExport(bytes, ".csv"));
  }

  @Test
  void shouldReadOrRefuseEveryWorkbook() throws IOException {
    String cells =
        Workbook.texts(1, "工单编号", "工单类型", "工单来源", "受理时间")
            + Workbook.texts(2, "A1", "投诉", "微信", "2017-03-05")
            + "<row r=\"3\"><c r=\"A3\"><v>1.5</v></c><c r=\"B3\" t=\"str\"><f>A1</f><v>x</v></c><c"
            + " r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\" t=\"s\"><v>0</v></c></row><row r=\"4\"><c"
            + " r=\"A4\" t=\"e\"><v>#N/A</v></c><c r=\"D4\"><v>42799.3</v></c></row>";
    Path whole = new Workbook().sheet("s", cells).write(folder.resolve("whole.xlsx"));
    List<byte[]> workbooks = corpus("fuzz/workbooks");
    workbooks.add(Files.readAllBytes(whole));
    fuzz(
        "shouldReadOrRefuseEveryWorkbook",
        List.of(cells.getBytes(StandardCharsets.UTF_8)),
        xml -> {
          String text = new String(xml, StandardCharsets.UTF_8);
          Path file = new Workbook().sheet("s", text).write(folder.resolve("sheet.xlsx"));
          readExport(Files.readAllBytes(file), ".xlsx");
        });
    fuzz("shouldReadOrRefuseEveryWorkbook", workbooks, bytes -> readExport(bytes, ".xlsx"));
  }

  @Test
  void shouldReadOrRefuseEveryMapping() throws IOException {
    Path file = folder.resolve("sources.yaml");
    fuzz(
        "shouldReadOrRefuseEveryMapping",
        corpus("fuzz/mappings", "mapping", "mapping/broken"),
        bytes -> {
          Files.write(file, bytes);
          try {
            SourceMappings.read(file, SEEDS);
          } catch (MappingException e) {
            assertThat(e.getMessage()).contains("sources.yaml");
          }
        });
  }

  @Test
  void shouldReadOrRefuseEveryReport() throws IOException {
    Wording wording = Wording.of(SEEDS);
    List<byte[]> corpus = corpus("fuzz/reports");
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("report"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().endsWith(".csv")) {
          corpus.add(Files.readAllBytes(file));
        }
      }
    }
    fuzz(
        "shouldReadOrRefuseEveryReport",
        corpus,
        bytes -> {
          try {
            PublishedReport.read("东坑镇2017年报告", bytes, wording, PublishedReport.Told.NOTHING);
          } catch (UnreadableReportException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  private void readExport(byte[] bytes, String extension) throws IOException {
    Path file = folder.resolve("东坑" + extension);
    Files.write(file, bytes);
    Configuration configuration = Spark.session().sparkContext().hadoopConfiguration();
    SourceFile found = Discovery.of(List.of(file.toString()), configuration).files().get(0);
    Export export;
    try {
      export = new Recognition(Spark.session(), SEEDS.columnAliases()).recognise(found);
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    RecordIntake intake = new RecordIntake(export, IntakeRules.of(SEEDS, LocalDate.of(2023, 6, 1)));
    long number = 0;
    if (export.dialect() == null) {
      try (XlsxRecords records = XlsxRecords.open(export, configuration)) {
        judge(records, intake, number);
      } catch (UncheckedIOException e) {
        // The reading breaks off, and nothing of the file is used.
        assertThat(e).isNotNull();
      }
      return;
    }
    for (Chunk chunk : export.chunks()) {
      try (CsvRecords records = CsvRecords.open(export, chunk, configuration)) {
        number = judge(records, intake, number);
      }
    }
    assertThat(number).isPositive();
  }

  /** Every record in its place, and each with a verdict. */
  private static long judge(Iterator<RawRecord> records, RecordIntake intake, long before) {
    long number = before;
    while (records.hasNext()) {
      RawRecord record = records.next();
      number++;
      assertThat(record.number()).isEqualTo(number);
      assertThat(intake.judge(record)).isNotNull();
    }
    return number;
  }

  private static void fuzz(String test, List<byte[]> corpus, Reader reader) {
    Duration time = Duration.ofSeconds(Long.getLong("nianbao.fuzz.seconds", 4));
    Random draws = new Random(Long.getLong("nianbao.fuzz.seed", 20261127));
    Mutations mutations = new Mutations(draws);
    corpus.forEach(bytes -> attempt(bytes, reader));
    long end = System.nanoTime() + time.toNanos();
    long tried = corpus.size();
    do {
      attempt(mutations.of(corpus), reader);
      tried++;
    } while (System.nanoTime() < end);
    Trial.keep(
        "fuzz",
        "FuzzTest#" + test,
        "%d examples and what random changes make of them".formatted(corpus.size()),
        tried,
        "each read, with a verdict for every record, or refused with a sentence, within 10 s");
  }

  private static void attempt(byte[] bytes, Reader reader) {
    long start = System.nanoTime();
    try {
      reader.read(bytes);
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
      fail("Neither read nor refused; the bytes are in " + kept(bytes), e);
    }
    if (System.nanoTime() - start > SLOW.toNanos()) {
      fail("Read for more than " + SLOW + "; the bytes are in " + kept(bytes));
    }
  }

  /** Where somebody who looks into it finds the bytes. */
  private static Path kept(byte[] bytes) {
    try {
      Path folder =
          Files.createDirectories(Project.folder().resolve("jobs/target/fuzz").normalize());
      String name = HexFormat.of().formatHex(DigestUtils.sha256(bytes)).substring(0, 12);
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> corpus(String... folders) throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (!file.toString().matches(".*\\.(expected|txt|md)")) {
            corpus.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return corpus;
  }
}

package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Discovery;
import org.nianbao.source.Export;
import org.nianbao.source.ExportReader;
import org.nianbao.source.RawRecord;
import org.nianbao.source.Recognition;
import org.nianbao.source.SourceFile;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.StagedFile;
import org.nianbao.table.Tickets;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.warehouse.Warehouse;

class SurveyTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final IntakeRules RULES = IntakeRules.of(SEEDS, LocalDate.of(2019, 6, 30));
  private static final String HEADER = "工单编号,镇街,工单类型,工单来源,受理时间\n";

  /** Nothing is written here, so that no export needs a load. */
  private static final Map<String, String> LOADS = Map.of();

  private final SparkSession spark = Spark.session();
  private final ExportReader reader = new ExportReader(spark);

  @TempDir private Path folder;

  @Test
  void shouldAccountForEveryRecordOfEveryFile() throws Exception {
    write(
        "a.csv",
        HEADER
            + "A1,东坑,投诉,电话,2017-03-05\n"
            + "A2,东坑,\"投诉,电话,2017-03-06\n"
            + "A3,东坑,投诉,电话,2018-01-01\n"
            + "A4,东坑,投诉,电话,2019-07-01\n"
            + "合计,,,,4\n");

    List<Export> exports = exports();
    try (Survey survey = Survey.of(reader, exports, RULES, LOADS, ArchiveSink.Opener.NOWHERE)) {
      Finding.Tally tally = (Finding.Tally) survey.of(exports.get(0));

      assertThat(tally.read()).isEqualTo(5);
      assertThat(tally.rejected()).isEqualTo(3);
      assertThat(tally.holdings()).extracting("year").containsExactly(2017, 2018);
      assertThat(tally.latestOn()).isEqualTo(LocalDate.of(2018, 1, 1));
      assertThat(tally.retryOn()).isEqualTo(LocalDate.of(2019, 7, 1));
      assertThat(survey.rejects().collect())
          .extracting(Finding.Reject::record, Finding.Reject::rule)
          .containsExactlyInAnyOrder(
              tuple(2L, "unterminated_quote"),
              tuple(4L, "date_out_of_range"),
              tuple(5L, "total_row"));
      assertThat(rows(exports)).containsExactly("A1 1", "A3 3");
    }
  }

  @Test
  void shouldKeepFilesOfTheSameBytesApart() throws Exception {
    String text = "工单编号,工单类型,工单来源,受理时间\nA1,投诉,电话,2017-03-05\n";
    write("东坑/a.csv", text);
    write("大朗/a.csv", text);

    List<Export> exports = exports();
    try (Survey survey = Survey.of(reader, exports, RULES, LOADS, ArchiveSink.Opener.NOWHERE)) {
      List<String> towns = new ArrayList<>();
      for (Export export : exports) {
        ((Finding.Tally) survey.of(export)).holdings().forEach(held -> towns.add(held.townCode()));
      }
      assertThat(towns).containsExactly("441900109", "441900113");
    }
  }

  @Test
  void shouldFindLostRejectsAgainWithoutWritingRowsAgain() throws Exception {
    write("a.csv", HEADER + "A1,东坑,投诉,电话,2017-03-05\nA2,某镇,投诉,电话,2017-03-06\n");
    List<Export> exports = exports();
    Map<String, String> loads = Map.of(exports.get(0).file().uri(), "load");
    Path archive = folder.resolve("warehouse");
    ArchiveSink.Opener staging = new Warehouse(spark, archive.toString()).archive().staging();

    Survey survey = Survey.of(reader, exports, RULES, loads, staging);
    Map<String, String> written = CsvRows.hashes(archive);
    // As a machine that goes down takes what it had found with it.
    survey.close();

    assertThat(survey.staged()).hasSize(1);
    assertThat(survey.rejects().collect()).extracting(Finding.Reject::record).containsExactly(2L);
    assertThat(written).isNotEmpty().isEqualTo(CsvRows.hashes(archive));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldCallAnExportBrokenAtTheLastAttemptOnly(boolean last) throws Exception {
    write("a.csv", HEADER + "A1,东坑,投诉,电话,2017-03-05\n");
    AtomicInteger aborted = new AtomicInteger();
    Surveyor surveyor =
        new Surveyor(exports().get(0), brokenOff(), RULES, countingAborts(aborted), last);

    if (last) {
      assertThat(surveyor.next()).isInstanceOf(Finding.Broken.class);
    } else {
      assertThatThrownBy(surveyor::next).hasMessageContaining("connection reset");
    }
    assertThat(aborted).hasValue(1);
  }

  private static Iterator<RawRecord> brokenOff() {
    return Stream.<RawRecord>generate(
            () -> {
              throw new UncheckedIOException(new IOException("connection reset"));
            })
        .iterator();
  }

  private static ArchiveSink countingAborts(AtomicInteger aborted) {
    return new ArchiveSink() {
      @Override
      public void add(int year, List<Object> values, long record) {}

      @Override
      public List<StagedFile> close() {
        return List.of();
      }

      @Override
      public void abort() {
        aborted.incrementAndGet();
      }
    };
  }

  /** A file that somebody writes to while it is read: only then does a part break off. */
  @Test
  void shouldGiveUpTheRowsOfOtherPartsOfAnExportThatBreaksOff() throws Exception {
    Path file = folder.resolve("exports/large.csv");
    write("exports/whole.csv", HEADER + "A1,东坑,投诉,电话,2017-03-05\n");
    write("exports/large.csv", HEADER.strip() + ",备注\n");
    String wide = "东坑,投诉,电话,2017-03-05," + "x".repeat(1 << 16) + "\n";
    try (BufferedWriter text = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      for (int record = 0; record < 850; record++) {
        text.write("B" + record + "," + wide);
      }
    }
    List<Export> exports = exports("exports");
    Export large = exports.get(0);
    assertThat(large.chunks()).hasSize(2);
    byte[] endless = new byte[17 << 20];
    Arrays.fill(endless, (byte) 'x');
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(large.chunks().get(1).start() + 1000);
      bytes.write(endless);
    }
    Warehouse warehouse = new Warehouse(spark, folder.resolve("warehouse").toString());
    Map<String, String> loads = new HashMap<>();
    exports.forEach(export -> loads.put(export.file().uri(), "load-" + export.sha256()));

    try (Survey survey = Survey.of(reader, exports, RULES, loads, warehouse.archive().staging())) {
      assertThat(survey.of(large)).isInstanceOf(Finding.Broken.class);
      assertThat(survey.staged()).hasSize(1);
      assertThat(survey.abandoned()).hasSize(1);
      assertThat(survey.abandoned().get(0).path()).contains("load-" + large.sha256());
      assertThat(parquetFiles()).hasSize(2);

      warehouse.archive().discard(survey.abandoned());
      assertThat(parquetFiles()).hasSize(1);
      warehouse.archive().discard(survey.staged());
      assertThat(folder.resolve("warehouse")).doesNotExist();
    }
  }

  private List<Path> parquetFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }

  private List<String> rows(List<Export> exports) {
    Map<String, String> loads = new HashMap<>();
    exports.forEach(export -> loads.put(export.sha256(), "load"));
    List<String> said = new ArrayList<>();
    for (Row row :
        new Loading(spark, reader, RULES).rows(Tickets.ARCHIVE, exports, loads).collectAsList()) {
      said.add(row.getAs("ticket_id") + " " + row.getAs("record"));
    }
    return said;
  }

  private List<Export> exports() throws Exception {
    return exports("");
  }

  private List<Export> exports(String below) throws Exception {
    List<Export> exports = new ArrayList<>();
    Recognition recognition = new Recognition(spark, SEEDS.columnAliases());
    for (SourceFile file :
        Discovery.of(
                List.of(folder.resolve(below).toString()),
                spark.sparkContext().hadoopConfiguration())
            .files()) {
      exports.add(recognition.recognise(file));
    }
    return exports;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

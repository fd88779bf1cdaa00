package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.seed.ColumnAliases;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;

/**
 * Each file below {@code csv} is an export with what must be read beside it: dataset, encoding,
 * delimiter and header records, then every record by its number, {@code !} marking broken ones.
 * Each file below {@code refused} has the sentence beside it that refuses it.
 */
class CsvReadingTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/source");
  private static final ColumnAliases ALIASES = Project.seeds().columnAliases();

  static Stream<String> exports() throws IOException {
    return files("csv", ".expected");
  }

  static Stream<String> refused() throws IOException {
    return files("refused", ".sentence");
  }

  @ParameterizedTest
  @MethodSource("exports")
  void shouldReadTheRecordsOfOddFiles(String name) throws Exception {
    Path expected = FILES.resolve("csv").resolve(name.replaceFirst("\\.[a-z]+$", ".expected"));

    Export export = recognise(FILES.resolve("csv").resolve(name));

    List<String> said = new ArrayList<>();
    String delimiter = Character.toString(export.dialect().delimiter()).replace("\t", "TAB");
    said.add(
        String.join(
            " ", export.dataset(), export.encoding(), delimiter, "" + export.headerRecords()));
    said.addAll(read(export));
    assertThat(said).isEqualTo(Files.readAllLines(expected));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void shouldReadTheSameRecordsInAnyNumberOfTasks(String name) throws Exception {
    Export export = recognise(FILES.resolve("csv").resolve(name));
    assumeTrue(export.dialect().seekable());

    Export cut = recut(export);

    assertThat(read(cut)).isEqualTo(read(export));
    assertThat(cut.chunks()).hasSameSizeAs(read(export));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseInOneSentence(String name) throws IOException {
    String sentence =
        Files.readString(FILES.resolve("refused").resolve(name + ".sentence")).strip();

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> recognise(FILES.resolve("refused").resolve(name)))
        .withMessageStartingWith(sentence);
  }

  @Test
  void shouldRefuseATableOfThousandsOfColumns(@TempDir Path folder) throws IOException {
    String header = String.join(",", Collections.nCopies(5000, "工单编号"));
    Path file = Files.writeString(folder.resolve("wide.csv"), header + "\n");

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> recognise(file))
        .withMessageStartingWith("has 5000 columns, more than the 1000 that a table may have");
  }

  @Test
  void shouldRefuseAFieldOfSixtyMegabytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("field.csv");
    Files.writeString(
        file, "工单编号,工单类型,工单来源,受理时间\nA1,投诉,\"" + "长".repeat(20 << 20) + "\",2017-03-05\n");

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> recognise(file))
        .withMessage(
            "cannot be cut into records: a record is longer than 16 MB; a quote may be left open or"
                + " line ends lost");
  }

  private static Export recognise(Path file) throws IOException, UnreadableFileException {
    SourceFile source =
        new SourceFile(
            file.getFileName().toString(),
            file.toUri().toString(),
            Files.size(file),
            0,
            SourceFile.Format.CSV,
            SourceFile.Packing.NONE);
    return new Recognition(Spark.session(), ALIASES).recognise(source);
  }

  /** The same export with every record in a chunk of its own. */
  private static Export recut(Export export) throws IOException {
    long dataOffset = export.chunks().get(0).start();
    int columns = export.header().cells().size();
    try (InputStream stream = export.file().open(new Configuration())) {
      CsvScan scan = CsvScan.of(stream, export.dialect(), dataOffset, columns, 1);
      return new Export(
          export.file(),
          export.sha256(),
          export.dialect(),
          export.header(),
          export.headerRecords(),
          scan.chunks());
    }
  }

  private static List<String> read(Export export) throws IOException {
    List<String> said = new ArrayList<>();
    for (Chunk chunk : export.chunks()) {
      try (CsvRecords records = CsvRecords.open(export, chunk, new Configuration())) {
        records.forEachRemaining(
            record ->
                said.add(
                    record.number()
                        + (record.broken() ? "! " : ": ")
                        + String.join("|", record.cells())
                            .replace("\r", "\\r")
                            .replace("\n", "\\n")));
      }
    }
    return said;
  }

  private static Stream<String> files(String folder, String beside) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(beside))
          .sorted()
          .toList()
          .stream();
    }
  }
}

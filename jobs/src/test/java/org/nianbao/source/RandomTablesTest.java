package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a well-formed table holds and however it is written, the same cells are read. */
class RandomTablesTest {
  private static final List<String> HEADER = List.of("工单编号", "镇街", "工单类型", "工单来源", "受理时间", "诉求事项");
  private static final String[] PIECES = {
    "投诉", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "滘", "埗", "𠮷", "x", "'", "“", "#",
    "\\"
  };
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("GB18030"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  @TempDir private Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldReadBackWhatWasWritten(int seed) throws Exception {
    Random random = new Random(seed);
    List<List<String>> table = table(random);
    Path file = write(table, random);

    Export export = Reading.only(file);

    assertThat(read(export)).isEqualTo(table);
    assertThat(export.headerRecords()).isEqualTo(1);
  }

  /** Reads as one chunk and as many; both must agree. */
  private static List<List<String>> read(Export export) throws IOException {
    List<List<String>> whole = records(export, export.chunks());
    if (export.dialect().seekable()) {
      try (InputStream stream = export.file().open(new Configuration())) {
        long dataOffset = export.chunks().get(0).start();
        CsvScan scan = CsvScan.of(stream, export.dialect(), dataOffset, HEADER.size(), 50);
        assertThat(records(export, scan.chunks())).isEqualTo(whole);
      }
    }
    return whole;
  }

  private static List<List<String>> records(Export export, List<Chunk> chunks) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (Chunk chunk : chunks) {
      try (CsvRecords records = CsvRecords.open(export, chunk, new Configuration())) {
        records.forEachRemaining(
            record -> {
              assertThat(record.broken()).isFalse();
              assertThat(record.number()).isEqualTo(cells.size() + 1);
              cells.add(record.cells());
            });
      }
    }
    return cells;
  }

  private static List<List<String>> table(Random random) {
    List<List<String>> table = new ArrayList<>();
    int rows = 1 + random.nextInt(40);
    for (int row = 0; row < rows; row++) {
      List<String> cells = new ArrayList<>(List.of("A" + row));
      for (int i = 1; i < HEADER.size(); i++) {
        StringBuilder cell = new StringBuilder();
        for (int piece = random.nextInt(5); piece > 0; piece--) {
          cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        cells.add(cell.toString());
      }
      table.add(cells);
    }
    return table;
  }

  private Path write(List<List<String>> table, Random random) throws IOException {
    char delimiter = Dialect.DELIMITERS.get(random.nextInt(Dialect.DELIMITERS.size()));
    String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    boolean quoteAll = random.nextBoolean();
    StringBuilder text = new StringBuilder(line(HEADER, delimiter, quoteAll)).append(lineEnd);
    for (List<String> cells : table) {
      text.append(line(cells, delimiter, quoteAll)).append(lineEnd);
      text.append(random.nextInt(5) == 0 ? lineEnd : "");
    }
    if (random.nextBoolean()) {
      text.setLength(text.length() - lineEnd.length());
    }
    Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    boolean mark = charset.name().startsWith("UTF") && random.nextBoolean();
    String marked = (mark ? "\uFEFF" : "") + text;
    return Files.write(folder.resolve("tickets.csv"), marked.getBytes(charset));
  }

  private static String line(List<String> cells, char delimiter, boolean quoteAll) {
    List<String> written = new ArrayList<>();
    for (String cell : cells) {
      boolean special = cell.indexOf(delimiter) >= 0 || cell.matches("(?s).*[\"\r\n].*");
      written.add(quoteAll || special ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    return String.join(Character.toString(delimiter), written);
  }
}

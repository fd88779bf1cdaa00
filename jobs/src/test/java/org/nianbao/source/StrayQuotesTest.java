package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However broken the quotes of a text are, its records are the same in one part and in many. */
class StrayQuotesTest {
  private static final int COLUMNS = 3;
  private static final String[] PIECES = {
    "1,x,投诉\n",
    "2,\"y\nz\",滘\r\n",
    "3,\"a\"\"b\",𠮷\r",
    "\"",
    "\"\"",
    ",",
    "\n",
    "\r",
    "\r\n",
    " ",
    "埗"
  };

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldCutTheSameRecordsInManyParts(int seed) throws IOException {
    Random random = new Random(seed);
    String charset = seed % 2 == 0 ? "UTF-8" : "GB18030";
    byte[] text = text(random, Charset.forName(charset));
    for (boolean distrustful : List.of(false, true)) {
      Dialect dialect = new Dialect(charset, 0, ',', distrustful);
      List<String> whole = records(text, dialect, List.of(new Chunk(0, text.length, 1)));
      for (int chunkBytes : List.of(1, 1 + random.nextInt(200))) {
        CsvScan scan = CsvScan.of(new ByteArrayInputStream(text), dialect, 0, COLUMNS, chunkBytes);

        assertThat(records(text, dialect, scan.chunks())).isEqualTo(whole);
        assertThat(scan.records()).isEqualTo(whole.size());
      }
    }
  }

  /** Each record as its place, length and whether it is broken. */
  private static List<String> records(byte[] text, Dialect dialect, List<Chunk> chunks)
      throws IOException {
    List<String> records = new ArrayList<>();
    for (Chunk chunk : chunks) {
      assertThat(chunk.firstRecord()).isEqualTo(records.size() + 1);
      byte[] part = Arrays.copyOfRange(text, (int) chunk.start(), (int) chunk.end());
      RecordCutter cutter =
          new RecordCutter(new ByteArrayInputStream(part), ',', COLUMNS, dialect.strayQuotes());
      while (cutter.advance()) {
        records.add(
            (chunk.start() + cutter.offset()) + "+" + cutter.length() + " " + cutter.broken());
      }
    }
    return records;
  }

  /** Ends anywhere, even within a character. */
  private static byte[] text(Random random, Charset charset) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(60); pieces >= 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = text.toString().getBytes(charset);
    return Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(4, bytes.length)));
  }
}

package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvScanTest {
  private static final Dialect UTF8 = new Dialect("UTF-8", 0, ',');

  @Test
  void shouldEndChunksWhereRecordsEnd() throws IOException {
    String text = "a,b\n1,\"x\ny\"\n\n2,z\n3,\"stray\n4,w";

    CsvScan scan = scan(text, 4, 1);

    assertThat(scan.records()).isEqualTo(4);
    assertThat(scan.chunks())
        .containsExactly(
            new Chunk(4, 12, 1), new Chunk(12, 17, 2), new Chunk(17, 26, 3), new Chunk(26, 29, 4));
    assertThat(scan(text, 4, Long.MAX_VALUE).chunks()).containsExactly(new Chunk(4, 29, 1));
  }

  @Test
  void shouldDigestEveryByteOfTheFile() throws IOException {
    assertThat(scan("a,b\n1,2\n", 4, 1).sha256())
        .isEqualTo("492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
  }

  @Test
  void shouldDistrustQuotesOnlyWhereSomeAreBroken() throws IOException {
    String doubtful = "1,\"x\n2,y\"\n";

    assertThat(scan(doubtful, 0, 1).dialect().strayQuotes()).isFalse();
    assertThat(scan(doubtful + "3,\"z\n4,w\n", 0, 1).dialect().strayQuotes()).isTrue();
  }

  @Test
  void shouldRefuseAFieldThatWouldFillTheMemory() {
    InputStream field = new Generated("1,\"", "many words and no end\n".repeat(1000), 3000);

    assertThatExceptionOfType(OversizedRecordException.class)
        .isThrownBy(() -> CsvScan.of(field, UTF8, 0, 2, 1))
        .withMessage("a record is longer than 16 MB");
  }

  @Test
  void shouldRefuseALineOfAGigabyteAfterReadingAFewMegabytesOfIt() {
    Generated line = new Generated("1,", "x".repeat(1 << 20), 1 << 10);

    assertThatExceptionOfType(OversizedRecordException.class)
        .isThrownBy(() -> CsvScan.of(line, UTF8, 0, 2, 1));
    assertThat(line.served).isLessThan(64 << 20);
  }

  @Test
  void shouldRecoverFromAStrayQuoteThatRunsOnForMoreThanARecordMay() throws IOException {
    InputStream text = new Generated("1,\"stray\n", "2,no quote in forty megabytes\n", 1_400_000);

    assertThat(CsvScan.of(text, UTF8, 0, 2, Long.MAX_VALUE).records()).isEqualTo(1_400_001);
  }

  private static CsvScan scan(String text, long dataOffset, long chunkBytes) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return CsvScan.of(new ByteArrayInputStream(bytes), UTF8, dataOffset, 2, chunkBytes);
  }

  /** A beginning, and a block as often as one likes: large files that nobody has to store. */
  private static final class Generated extends InputStream {
    private final byte[] block;
    private byte[] current;
    private int at;
    private int times;
    private long served;

    Generated(String beginning, String block, int times) {
      this.current = beginning.getBytes(StandardCharsets.UTF_8);
      this.block = block.getBytes(StandardCharsets.UTF_8);
      this.times = times;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("Bytes are read many at a time");
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (at == current.length) {
        if (times == 0) {
          return -1;
        }
        times--;
        current = block;
        at = 0;
      }
      int count = Math.min(length, current.length - at);
      System.arraycopy(current, at, bytes, from, count);
      at += count;
      served += count;
      return count;
    }
  }
}

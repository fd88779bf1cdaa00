package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Spark;

class ParquetReadingTest {
  @TempDir private Path folder;

  @Test
  void shouldReadFilesWhoseTypesChangedFromYearToYear() throws Exception {
    Path older =
        write(
            "2017[终].parquet",
            "select cast(7 as int) as `工单编号`, '东坑镇' as `镇街`, '投诉' as `工单类型`,"
                + " '电话' as `工单来源`, date'2017-03-05' as `受理时间`");
    Path newer =
        write(
            "2018.parquet",
            "select cast(8 as bigint) as `工单编号`, '投诉' as `工单类型`, encode('电话', 'UTF-8') as `工单来源`,"
                + " '2018-03-05 08:03' as `受理时间`, cast(null as string) as `工单状态`");
    Path latest =
        write(
            "2019.parquet",
            "select cast(9 as double) as `工单编号`, '投诉' as `工单类型`, '电话' as `工单来源`,"
                + " timestamp'2018-12-31 16:00:00Z' as `受理时间`, timestamp_ntz'2019-01-02 00:00:00' as `办理时限`");

    assertThat(Reading.read(Reading.only(older), Reading.only(newer), Reading.only(latest)))
        .containsExactly(
            "1: 7|东坑镇|投诉|电话|2017-03-05",
            "1: 8|投诉|电话|2018-03-05 08:03|null",
            "1: 9|投诉|电话|2019-01-01 00:00:00|2019-01-02 00:00:00");
  }

  @Test
  void shouldRefuseWhatIsNoParquetFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a.parquet"), "工单编号");

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(file))
        .withMessage("is not a Parquet file; export it again");

    Files.writeString(file, "PAR1 and no footer");
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(file))
        .withMessage("is a damaged Parquet file; export it again");
  }

  @Test
  void shouldRefuseAFileWithoutRows() throws Exception {
    Path file =
        write(
            "empty.parquet",
            "select '1' as `工单编号`, '投诉' as `工单类型`, '电话' as `工单来源`, '2017' as `受理时间` where false");

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> Reading.only(file))
        .withMessage("has a header but no records below it; export it again");
  }

  private Path write(String name, String sql) throws IOException {
    Path output = folder.resolve(name + "-parts");
    Spark.session().sql(sql).coalesce(1).write().parquet(output.toString());
    try (Stream<Path> parts = Files.list(output)) {
      Path part =
          parts.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.copy(part, folder.resolve(name));
    }
  }
}

package org.nianbao.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.table.Rejects;
import org.nianbao.testing.CsvRows;

class RejectFilesTest {
  @TempDir private Path folder;

  @Test
  void shouldWriteTheRejectsOfEachExportToAFileOfItsOwn() {
    Path rejects = folder.resolve("rejects");
    Stream<Row> rows = Stream.of(row("乙/a.csv", 1), row("乙/a.csv", 2), row("甲.csv", 7));

    RejectFiles.write(rejects, rows.iterator(), Map.of("missing_id", "缺少编号"));

    assertThat(lines(rejects.resolve("乙/a.csv.csv"))).containsExactly("2 缺少编号", "3 缺少编号");
    assertThat(lines(rejects.resolve("甲.csv.csv"))).containsExactly("8 缺少编号");
  }

  private static List<String> lines(Path file) {
    return CsvRows.of(file).stream()
        .map(row -> row.get(Rejects.LINE.label()) + " " + row.get(Rejects.RULE.label()))
        .toList();
  }

  private static Row row(String file, long record) {
    return Rejects.TABLE.row(file, record, "tickets", "工单编号", "", "missing_id", "填写编号", record + 1);
  }
}

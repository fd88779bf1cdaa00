package org.nianbao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Spark;

/** Times may be compared only of those who arrive at the same figures. */
@Tag("slow")
class RivalsTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void runTheMainJob() throws Exception {
    ArchivePlan plan =
        new ArchivePlan(4000, 200, 2, List.of(2016, 2017), 0.5, ArchivePlan.Encoding.MIXED, 1);
    new ArchiveFiles(plan).write(plan.parts(), exports());
    Nianbao run =
        Nianbao.run(
            "run",
            "--exports",
            exports(),
            "--warehouse",
            folder.resolve("warehouse"),
            "--out",
            folder.resolve("out"),
            "--as-of",
            "2023-06-01");
    assertThat(run.err()).isEmpty();
  }

  private static Path exports() {
    return folder.resolve("exports");
  }

  private static Path run(String rival) {
    Path out = folder.resolve(rival);
    int status =
        Bench.run(
            rival,
            "--exports",
            exports().toString(),
            "--out",
            out.toString(),
            "--as-of",
            "2023-06-01");
    assertThat(status).isZero();
    return out;
  }

  @Test
  void shouldAgreeWithDuckDbInTablesAndInTheAccountOfRows() throws IOException {
    Path out = run("duckdb");
    assertThat(Agreement.differences(folder.resolve("out"), out)).isEmpty();
    try (var tables = Files.list(out.resolve("tables"))) {
      assertThat(tables).hasSize(12);
    }
    assertThat(CsvRows.of(out.resolve("tables/rejects.csv")))
        .extracting(row -> row.get("rule"))
        .contains("total_row", "missing_id");
    assertThat(CsvRows.of(out.resolve("tables/ingest_log.csv")))
        .extracting(row -> row.get("duplicates"))
        .contains("1");
  }

  @Test
  void shouldAgreeWithThePlainSparkJobInTablesAndInTheAccountOfRows() throws IOException {
    Spark.session();
    Path out = run("spark");
    assertThat(Agreement.differences(folder.resolve("out"), out)).isEmpty();
    try (var tables = Files.list(out.resolve("tables"))) {
      assertThat(tables).hasSize(12);
    }
  }

  @Test
  void shouldNameWhatDiffers(@TempDir Path rival) throws IOException {
    Path table = Files.createDirectories(rival.resolve("tables")).resolve("tickets_by_month.csv");
    Files.writeString(table, "town_code,year,month,tickets\n441900003,2016,1,1\n");
    assertThat(Agreement.differences(folder.resolve("out"), rival))
        .anyMatch(line -> line.contains("rival alone") && line.contains("tickets=1"))
        .anyMatch(line -> line.contains("nianbao alone"));
  }
}

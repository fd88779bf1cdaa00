package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Trial;
import org.nianbao.warehouse.Holder;
import org.nianbao.warehouse.Lease;

/** A warehouse, and a folder of deliverables, have one writer at a time. */
class OneWriterTest {
  private static final Holder OTHER =
      Holder.ofThisProcess(Instant.parse("2026-03-01T08:00:00Z"), "nianbao run");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run", "intake", "tables", "editions", "check"})
  void shouldStopWhereAnotherRunWritesTheWarehouse(String command) {
    try (Lease held = lease("warehouse")) {
      assertThat(held.abandonedBy()).isEmpty();
      Nianbao run = nianbao(command);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("Cannot write in file:" + folder.resolve("warehouse") + ": nianbao run (")
          .hasLineCount(1);
      assertThat(folder.resolve("out")).doesNotExist();
    }
    assertThat(folder).isEmptyDirectory();
    Trial.keep(
        "two writers",
        "OneWriterTest#shouldStopWhereAnotherRunWritesTheWarehouse",
        "`run`, `intake`, `tables`, `editions` and `check` while another run holds the warehouse",
        5,
        "each stops with status 2 and a sentence that names the other; nothing is written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "editions", "revisions"})
  void shouldStopWhereARunOfAnotherWarehouseWritesTheSameDeliverables(String command) {
    try (Lease held = lease("out")) {
      assertThat(held.abandonedBy()).isEmpty();
      Nianbao run = nianbao(command);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).startsWith("Cannot write in file:" + folder.resolve("out") + ": ");
      assertThat(folder.resolve("warehouse")).doesNotExist();
    }
  }

  @Test
  void shouldReadWhileAnotherWrites() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    PathUtils.copyDirectory(SampleRun.warehouse(), warehouse);
    try (Lease held = lease("warehouse")) {
      assertThat(held.abandonedBy()).isEmpty();
      assertThat(nianbao("show", "fees").status()).isZero();
    }
  }

  @Test
  void shouldTakeOverFromAProcessThatIsGoneAndRemoveWhatItLeft() throws IOException {
    PathUtils.copyDirectory(SampleRun.warehouse(), folder.resolve("warehouse"));
    PathUtils.copyDirectory(SampleRun.out(), folder.resolve("out"));
    List<Path> left =
        List.of(
            folder.resolve("warehouse/fees/part-0.snappy.parquet"),
            folder.resolve("warehouse/fees/_delta_log/.00000000000000000001.json.4f.tmp"),
            folder.resolve("warehouse/requests/year=2013/part-0.snappy.parquet"),
            folder.resolve("out/.run.json.part"),
            folder.resolve("out/.rejects.part/a.csv"),
            folder.resolve("out/tables/.fees.csv.part"),
            folder.resolve("out/editions/东坑镇/2017/.report.docx.part"));
    for (Path file : left) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "half");
    }
    for (String place : List.of("warehouse", "out")) {
      leaveLock(folder.resolve(place));
    }

    Nianbao run = nianbao("run", "--exports", SampleRun.exports());

    assertThat(run.status()).isZero();
    assertThat(run.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("Took over file:"))
        .anyMatch(line -> line.endsWith("/warehouse: nianbao run (process " + gone() + line(3)))
        .anyMatch(line -> line.endsWith("/out: nianbao run (process " + gone() + line(4)));
    assertThat(left).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(CsvRows.hashes(folder.resolve("warehouse")))
        .isEqualTo(CsvRows.hashes(SampleRun.warehouse()));
    assertThat(new ArrayList<>(CsvRows.hashes(folder.resolve("out")).keySet()))
        .containsExactlyInAnyOrderElementsOf(CsvRows.hashes(SampleRun.out()).keySet());
    Trial.keep(
        "two writers",
        "OneWriterTest#shouldTakeOverFromAProcessThatIsGoneAndRemoveWhatItLeft",
        "the lock and the half-done files of a process that is gone, in warehouse and `OUT`",
        left.size(),
        "the next run says whom it follows; none of the %d files is left".formatted(left.size()));
  }

  private static String line(int files) {
    return " on %s, since 2026-03-01 08:00) had ended without finishing; removed %d unfinished files"
        .formatted(OTHER.host(), files);
  }

  private static long gone() {
    return ProcessHandle.current().pid();
  }

  /** A lock of a process that had this one's number, and started at another time. */
  private static void leaveLock(Path place) throws IOException {
    String lock =
        """
        {"host": "%s", "processes": "%s", "pid": %d, "birth": "1",
         "since": "2026-03-01T08:00:00Z", "command": "nianbao run"}
        """
            .formatted(OTHER.host(), OTHER.processes(), gone());
    Files.write(place.resolve(Lease.FILE), lock.getBytes(StandardCharsets.UTF_8));
  }

  private Lease lease(String place) {
    return Lease.take(
        new Configuration(),
        new org.apache.hadoop.fs.Path(folder.resolve(place).toUri()),
        OTHER,
        false);
  }

  private Nianbao nianbao(Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--warehouse", folder.resolve("warehouse"), "--out", folder.resolve("out")));
    return Nianbao.run(all.toArray());
  }
}

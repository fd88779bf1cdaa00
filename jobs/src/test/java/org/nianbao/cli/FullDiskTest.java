package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.job.StoredTables;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Trial;
import org.nianbao.warehouse.Leftovers;

/** Runs on a disk of a few kilobytes, which Linux makes of memory for whoever may mount one. */
class FullDiskTest {
  private static final String ROOMY = "64m";
  private static final int PATIENCE_SECONDS = 180;

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void makeADisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        system("mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tmpfs", disk.toString()),
        "a small disk can only be mounted by root on Linux");
  }

  @AfterEach
  void removeTheDisk() throws Exception {
    system("umount", "--lazy", disk.toString());
  }

  @Test
  void shouldSayThatTheDiskIsFullAndEndRightWhenThereIsSpaceAgain() throws Exception {
    assertThat(fill(900)).isEqualTo(1);
  }

  @Test
  @Tag("slow")
  void shouldSayThatTheDiskIsFullWhereverARunMeetsIt() throws Exception {
    int full = fill(20, 60, 100, 150, 250, 350, 450, 550, 650, 750, 850, 950, 1100, 1300, 1500);
    Trial.keep(
        "disk",
        "FullDiskTest#shouldSayThatTheDiskIsFullWhereverARunMeetsIt",
        "warehouse and `OUT` on a disk of 20 KB to 1.5 MB, then run again with space",
        15,
        "%d runs met the full disk: status 1 and a sentence; afterwards the same bytes as on a large disk"
            .formatted(full));
  }

  /** Runs on disks of so many kilobytes; says how many were too small. */
  private int fill(int... sizes) throws Exception {
    Nianbao first = run("whole");
    assertThat(first.status()).as(first.err()).isZero();
    Map<String, String> whole = delivered("whole");
    int full = 0;
    for (int size : sizes) {
      String name = "kb" + size;
      long used = kilobytesUsed();
      resize((used + size) + "k");
      Nianbao run = run(name);
      if (run.status() != 0) {
        full++;
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines().findFirst().orElseThrow())
            .as(run.err())
            .startsWith("Cannot go on: the disk is full (")
            .endsWith("what was committed before stands");
        assertThat(run.err()).doesNotContain("\tat ");
      }
      resize(ROOMY);
      assertThat(run(name).err()).isEmpty();
      assertThat(delivered(name)).isEqualTo(whole);
      sweep(name);
    }
    return full;
  }

  private void resize(String size) throws Exception {
    assertThat(system("mount", "-o", "remount,size=" + size, disk.toString())).isTrue();
  }

  private void sweep(String name) {
    new Leftovers(
            Spark.session().sparkContext().hadoopConfiguration(),
            disk.resolve(name + "/warehouse").toString(),
            StoredTables.ALL)
        .sweep();
  }

  private Map<String, String> delivered(String name) {
    Map<String, String> delivered = new HashMap<>(CsvRows.hashes(disk.resolve(name + "/out")));
    delivered.remove("run.json");
    return delivered;
  }

  private Nianbao run(String name) {
    return Nianbao.run(
        "run",
        "--exports",
        SampleRun.exports().resolve("12345热线/2014/东坑镇2014年工单.csv"),
        "--warehouse",
        disk.resolve(name + "/warehouse"),
        "--out",
        disk.resolve(name + "/out"));
  }

  private long kilobytesUsed() throws IOException {
    var store = Files.getFileStore(disk);
    return (store.getTotalSpace() - store.getUnallocatedSpace()) / 1024;
  }

  private static boolean system(String... command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return false;
    }
    return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}

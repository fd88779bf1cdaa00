package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.job.StoredTables;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.NianbaoProcess;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Trial;
import org.nianbao.warehouse.Lease;
import org.nianbao.warehouse.Leftovers;

/**
 * Runs in processes of their own that are killed (SIGKILL) at random moments between the first and
 * the last time that they write.
 */
@Tag("slow")
class KilledRunTest {
  private static final int KILLS_OF_A_WAREHOUSE = 5;

  @TempDir private static Path folder;

  /** Of a run that nobody stopped. */
  private static Map<String, String> whole;

  private static long nanosOfWork;

  private final Random random = new Random(Long.getLong("nianbao.seed", 48));
  private int kills;
  private int finished;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    Process process = start("undisturbed");
    awaitLock("undisturbed", process);
    long start = System.nanoTime();
    while (holds(lock("undisturbed"), process.pid())) {
      Thread.sleep(5);
    }
    nanosOfWork = System.nanoTime() - start;
    assertThat(NianbaoProcess.status(process)).as(said("undisturbed")).isZero();
    whole = delivered("undisturbed");
    assertThat(whole).hasSizeGreaterThan(30);
    assertNothingIsOpenToOthers(folder.resolve("undisturbed/warehouse"));
    assertNothingIsOpenToOthers(folder.resolve("undisturbed/out/rejects"));
  }

  @Test
  void shouldEndAsIfNothingHadHappenedHoweverOftenItIsKilled() throws Exception {
    int wanted = Integer.getInteger("nianbao.kills", 50);
    for (int warehouses = 1; kills < wanted; warehouses++) {
      killAndFinish("of" + warehouses, Math.min(KILLS_OF_A_WAREHOUSE, wanted - kills));
      Trial.keep(
          "crash",
          "KilledRunTest#shouldEndAsIfNothingHadHappenedHoweverOftenItIsKilled",
          "SIGKILL at a random moment of the writing, up to %d times in a row, then run to the end"
              .formatted(KILLS_OF_A_WAREHOUSE),
          kills,
          "%d warehouses: tables, editions and `run.json` as of an undisturbed run, no half file ever visible, no file left over; %d runs ended before their moment came"
              .formatted(warehouses, finished));
    }
  }

  /** Two processes at once: one writes, the other says so. */
  @Test
  void shouldLetOneOfTwoProcessesWrite() throws Exception {
    Process one = start("two");
    awaitLock("two", one);
    Path log = folder.resolve("second.log");
    Process other = NianbaoProcess.start(log, List.of(), Map.of(), words("two"));

    assertThat(NianbaoProcess.status(other)).isEqualTo(2);
    assertThat(NianbaoProcess.status(one)).as(said("two")).isZero();
    assertThat(log)
        .content()
        .contains("nianbao run (process " + one.pid() + " on ")
        .hasLineCount(1);
    assertThat(delivered("two")).isEqualTo(whole);
  }

  private void killAndFinish(String name, int times) throws Exception {
    boolean ended = false;
    for (int i = 0; i < times && !ended; i++) {
      Process process = start(name);
      awaitLock(name, process);
      long start = System.nanoTime();
      ended = process.waitFor((long) (random.nextDouble() * nanosOfWork), TimeUnit.NANOSECONDS);
      if (ended) {
        // There is nothing left to kill, and a run takes less time than was thought.
        nanosOfWork = Math.min(nanosOfWork, System.nanoTime() - start);
        assertThat(process.exitValue()).as(said(name)).isZero();
        finished++;
      } else {
        process.destroyForcibly().waitFor();
        kills++;
      }
      assertWhatIsVisibleIsWhole(name);
    }
    assertThat(NianbaoProcess.status(start(name))).as(said(name)).isZero();
    assertThat(delivered(name)).isEqualTo(whole);
    Path warehouse = folder.resolve(name).resolve("warehouse");
    assertThat(warehouse.resolve(Lease.FILE)).doesNotExist();
    assertThat(
            new Leftovers(
                    Spark.session().sparkContext().hadoopConfiguration(),
                    warehouse.toString(),
                    StoredTables.ALL)
                .sweep())
        .as("files left over")
        .isZero();
  }

  private void assertWhatIsVisibleIsWhole(String name) throws IOException {
    Path out = folder.resolve(name).resolve("out");
    if (Files.exists(out)) {
      Map<String, String> visible = new HashMap<>(CsvRows.hashes(out));
      visible.keySet().removeIf(KilledRunTest::isHidden);
      visible.remove(Lease.FILE);
      visible.remove("run.json");
      assertThat(whole).containsAllEntriesOf(visible);
    }
  }

  private static boolean isHidden(String name) {
    return Stream.of(name.split("/", -1)).anyMatch(part -> part.startsWith("."));
  }

  /** Every file of the deliverables; of the account what does not tell how the run went. */
  private static Map<String, String> delivered(String name) throws IOException {
    Path out = folder.resolve(name).resolve("out");
    Map<String, String> delivered = new HashMap<>(CsvRows.hashes(out));
    JsonNode account = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    ((ObjectNode) account).remove(List.of("seconds", "recomputed"));
    account.path("inputs").forEach(input -> ((ObjectNode) input).remove("read"));
    delivered.put("run.json", account.toString());
    return delivered;
  }

  private static void awaitLock(String name, Process process) throws InterruptedException {
    while (process.isAlive() && !holds(lock(name), process.pid())) {
      Thread.sleep(5);
    }
  }

  private static boolean holds(Path lock, long pid) {
    try {
      return Files.readString(lock).contains("\"pid\" : " + pid + ",");
    } catch (IOException e) {
      return false;
    }
  }

  private static Process start(String name) {
    return NianbaoProcess.start(log(name), List.of(), Map.of(), words(name));
  }

  private static Object[] words(String name) {
    Path own = folder.resolve(name);
    return new Object[] {
      "run",
      "--exports",
      SampleRun.exports().resolve("12345热线/2014/东坑镇2014年工单.csv"),
      SampleRun.exports().resolve("行政复议和行政诉讼"),
      "--as-of",
      "2023-06-01",
      "--warehouse",
      own.resolve("warehouse"),
      "--out",
      own.resolve("out")
    };
  }

  private static Path lock(String name) {
    return folder.resolve(name).resolve("warehouse").resolve(Lease.FILE);
  }

  private static Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static String said(String name) throws IOException {
    return Files.readString(log(name));
  }

  private static void assertNothingIsOpenToOthers(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<String> open = new ArrayList<>();
      for (Path path : paths.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        if (!mode.equals(Files.isDirectory(path) ? "rwx------" : "rw-------")) {
          open.add(path + " " + mode);
        }
      }
      assertThat(open).isEmpty();
    }
  }
}

package org.nianbao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");
  private static final Holder ME = Holder.ofThisProcess(SINCE, "nianbao run");

  private final Configuration configuration = new Configuration();
  private Path warehouse;
  private Path file;

  @TempDir private Path folder;

  @BeforeEach
  void name() {
    warehouse = folder.resolve("above/warehouse");
    file = warehouse.resolve(Lease.FILE);
  }

  @Test
  void shouldNameWhoWritesAlready() {
    try (Lease first = take()) {
      assertThat(first.abandonedBy()).isEmpty();
      assertThatThrownBy(this::take)
          .isInstanceOf(HeldException.class)
          .hasMessageMatching(
              "Cannot write in .*/above/warehouse: nianbao run \\(process %d on .+, since 2026-03-01 .*\\) does; wait until it has ended, or stop it"
                  .formatted(ProcessHandle.current().pid()));
    }
    take().close();
  }

  @Test
  void shouldTakeTheEmptyFoldersThatItMadeAway() throws IOException {
    take().close();
    assertThat(folder).isEmptyDirectory();

    try (Lease lease = take()) {
      assertThat(lease.abandonedBy()).isEmpty();
      Files.writeString(warehouse.resolve("row"), "");
    }
    assertThat(warehouse).isDirectoryContaining("glob:**row");
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldCloseANewWarehouseToOthersAndLeaveOneThatIsThereAsItIs() throws IOException {
    try (Lease lease = take()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(warehouse)))
          .isEqualTo("rwx------");
      assertThat(lease.abandonedBy()).isEmpty();
    }
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
    Lease.take(configuration, new org.apache.hadoop.fs.Path(open.toUri()), ME, true).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void shouldTakeOverFromAProcessThatIsGone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    leave(new Holder(ME.host(), ME.processes(), process.pid(), "1", SINCE, "nianbao intake"));

    try (Lease lease = take()) {
      assertThat(lease.abandonedBy().orElseThrow()).contains("nianbao intake (process ");
      assertThatThrownBy(this::take).isInstanceOf(HeldException.class);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldNotTakeAnotherProcessOfTheSameNumberForTheHolder() throws IOException {
    leave(new Holder(ME.host(), ME.processes(), ME.pid(), "1", SINCE, "nianbao run"));

    try (Lease lease = take()) {
      assertThat(lease.abandonedBy()).isPresent();
    }
  }

  @Test
  void shouldLeaveAProcessOfAnotherMachineOrContainerAlone() throws IOException {
    for (Holder other :
        List.of(
            new Holder("elsewhere", ME.processes(), 1, "1", SINCE, "nianbao run"),
            new Holder(ME.host(), "pid:[1]", 1, "1", SINCE, "nianbao run"))) {
      leave(other);

      assertThatThrownBy(this::take)
          .isInstanceOf(HeldException.class)
          .hasMessageContaining("process 1 on " + other.host())
          .hasMessageContaining("if it is no more, which cannot be seen from here, delete ")
          .hasMessageEndingWith(Lease.FILE);
    }
  }

  @Test
  void shouldTakeOverWhatIsNotEvenWritten() throws IOException {
    Files.createDirectories(warehouse);
    Files.writeString(file, "");

    try (Lease lease = take()) {
      assertThat(lease.abandonedBy()).contains("another process");
    }
  }

  @Test
  void shouldLetOneOfManyTakeOver() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        leave(new Holder(ME.host(), ME.processes(), ME.pid(), "1", SINCE, "nianbao run"));
        AtomicInteger writers = new AtomicInteger();
        List<Future<Boolean>> started = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          started.add(threads.submit(() -> writesAlone(writers)));
        }
        int wrote = 0;
        for (Future<Boolean> one : started) {
          wrote += one.get() ? 1 : 0;
        }
        assertThat(wrote).isPositive();
        assertThat(warehouse).isEmptyDirectory();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Takes the lease if it can; whether it did. */
  private boolean writesAlone(AtomicInteger writers) throws InterruptedException {
    try (Lease lease = take()) {
      assertThat(writers.incrementAndGet()).as("writers at once").isEqualTo(1);
      assertThat(lease).isNotNull();
      Thread.sleep(20);
      writers.decrementAndGet();
      return true;
    } catch (HeldException e) {
      return false;
    }
  }

  private Lease take() {
    return Lease.take(configuration, new org.apache.hadoop.fs.Path(warehouse.toUri()), ME, true);
  }

  private void leave(Holder holder) throws IOException {
    Files.createDirectories(warehouse);
    Files.writeString(file, new String(holder.toJson(), StandardCharsets.UTF_8));
  }
}

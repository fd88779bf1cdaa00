package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Cluster;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Trial;

/** The built jar on a cluster of a master and two workers delivers the same bytes as on a desk. */
class ClusterIT {
  private static final Path HOTLINE =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/overlapping/12345热线");

  @TempDir private Path folder;
  private Cluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = Cluster.start(Files.createDirectory(folder.resolve("cluster")), 2);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void shouldDeliverTheSameBytesAsInOneProcess() throws IOException {
    Cluster.Submission here = runLocally("here", HOTLINE);
    Map<String, String> there = delivered(submit("there", HOTLINE), "there");

    assertThat(cluster.executors()).hasSize(2).allMatch(executors -> executors > 0);
    assertThat(there)
        .containsKeys("tables/ticket_handling.csv", "compare/index.html", "run.json")
        .isEqualTo(delivered(here, "here"));
    Trial.keep(
        "same bytes",
        "ClusterIT#shouldDeliverTheSameBytesAsInOneProcess",
        "the built jar on a standalone cluster of a master and two workers, beside one process",
        1,
        "all %d files are the same bytes".formatted(there.size()));
  }

  @Test
  @Tag("slow")
  void shouldDeliverTheSameBytesThoughAWorkerIsLostWhileExportsAreRead() throws IOException {
    Map<String, String> here = delivered(runLocally("whole", SampleRun.exports()), "whole");
    Path archive = folder.resolve("lost/warehouse/tickets");

    Cluster.Submission lost = submit("lost", SampleRun.exports());
    cluster.await(() -> holdsStagedFile(archive) || !lost.process().isAlive());
    cluster.kill(0);

    assertThat(archive.resolve("_delta_log")).doesNotExist();
    assertThat(delivered(lost, "lost")).isEqualTo(here);
    Trial.keep(
        "crash",
        "ClusterIT#shouldDeliverTheSameBytesThoughAWorkerIsLostWhileExportsAreRead",
        "SIGKILL of a worker and its executor while exports are read on a cluster of two",
        1,
        "the run ends well; all %d files are the same bytes".formatted(here.size()));
  }

  private Cluster.Submission submit(String name, Path exports) throws IOException {
    return cluster.submit(name, command(name, exports));
  }

  private Cluster.Submission runLocally(String name, Path exports) throws IOException {
    return cluster.runLocally(name, command(name, exports));
  }

  private Object[] command(String name, Path exports) {
    Path own = folder.resolve(name);
    return new Object[] {
      "run",
      "--exports",
      exports.toAbsolutePath().normalize(),
      "--warehouse",
      own.resolve("warehouse"),
      "--out",
      own.resolve("out"),
      "--as-of",
      "2023-06-01"
    };
  }

  /** The bytes of every deliverable; of {@code run.json} all but how long steps took. */
  private Map<String, String> delivered(Cluster.Submission submission, String name)
      throws IOException {
    assertThat(submission.status()).as(submission::said).isZero();
    Path out = folder.resolve(name).resolve("out");
    Map<String, String> delivered = CsvRows.hashes(out);
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertThat(report.remove("seconds")).isNotEmpty();
    delivered.put("run.json", report.toString());
    return delivered;
  }

  private static boolean holdsStagedFile(Path archive) {
    if (Files.notExists(archive)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(archive)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.NianbaoProcess;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Trial;

/** The same exports give the same bytes on other machines, each a process of its own. */
class ReproducibleTest {
  private static final List<String> PLAIN =
      List.of("-Duser.timezone=UTC", "-Duser.language=zh", "-Duser.country=CN");

  private static final List<String> PARTS =
      List.of("12345热线/2014", "依申请公开/依申请公开台账2014-2017.csv", "新媒体/东坑镇");

  /** What machines differ in: options of Java by name. */
  private static final Map<String, List<String>> MACHINES = machines();

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void shouldGiveTheSameBytesOnAMachineThatDiffersInEverything() throws Exception {
    Map<String, String> plain = run("plain", exports("plain", false), PLAIN, Map.of());
    Map<String, String> other =
        run(
            "other",
            exports("other", true),
            List.of(
                "-Duser.timezone=America/New_York",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-1",
                "-Dspark.master=local[1]"),
            Map.of("TZ", "America/New_York"));

    assertThat(plain).hasSizeGreaterThan(30);
    assertThat(other).isEqualTo(plain);
  }

  @Test
  @Tag("slow")
  void shouldGiveTheSameBytesWhateverTheMachineDiffersIn() throws Exception {
    Map<String, String> plain = run("plain", exports("plain", false), PLAIN, Map.of());
    for (Map.Entry<String, List<String>> machine : MACHINES.entrySet()) {
      String name = machine.getKey();
      Path exports = exports(name, name.equals("order"));
      assertThat(run(name, exports, machine.getValue(), Map.of())).as(name).isEqualTo(plain);
    }
    Trial.keep(
        "same bytes",
        "ReproducibleTest#shouldGiveTheSameBytesWhateverTheMachineDiffersIn",
        "zone (UTC, America/New_York, Pacific/Apia), locale (tr_TR, zh_CN, ar_SA), default charset"
            + " (GBK, ISO-8859-1), cores (1, 2, 5), order of files",
        MACHINES.size(),
        "all %d files of tables, rejects and editions are the same bytes".formatted(plain.size()));
  }

  private static Map<String, List<String>> machines() {
    Map<String, List<String>> machines = new LinkedHashMap<>();
    machines.put("new-york", List.of("-Duser.timezone=America/New_York"));
    machines.put("apia", List.of("-Duser.timezone=Pacific/Apia"));
    machines.put("turkish", List.of("-Duser.language=tr", "-Duser.country=TR"));
    machines.put("arabic", List.of("-Duser.language=ar", "-Duser.country=SA"));
    machines.put("gbk", List.of("-Dfile.encoding=GBK"));
    machines.put("latin", List.of("-Dfile.encoding=ISO-8859-1"));
    machines.put("one-core", List.of("-Dspark.master=local[1]"));
    machines.put("two-cores", List.of("-Dspark.master=local[2]"));
    machines.put("five-cores", List.of("-Dspark.master=local[5]"));
    machines.put("order", List.of());
    return machines;
  }

  /** Copies the exports, in one order of files or the other: folders list them as they came. */
  private Path exports(String name, boolean reversed) throws IOException {
    Path from = SampleRun.exports();
    Path to = folder.resolve(name + "-exports");
    Comparator<Path> order = Comparator.naturalOrder();
    List<Path> files = new ArrayList<>();
    for (String part : PARTS) {
      try (Stream<Path> all = Files.walk(from.resolve(part))) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    files.sort(reversed ? order.reversed() : order);
    long day = 0;
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      Files.setLastModifiedTime(copy, FileTime.fromMillis(1_600_000_000_000L + day++));
    }
    return to;
  }

  private Map<String, String> run(
      String name, Path exports, List<String> options, Map<String, String> environment)
      throws Exception {
    Path log = folder.resolve(name + ".log");
    Path out = folder.resolve(name).resolve("out");
    Process process =
        NianbaoProcess.start(
            log,
            options,
            environment,
            "run",
            "--exports",
            exports,
            "--as-of",
            "2023-06-01",
            "--warehouse",
            folder.resolve(name).resolve("warehouse"),
            "--out",
            out);
    int status = NianbaoProcess.status(process);
    // Of a machine with another charset the log is in that one.
    assertThat(status).as(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).isZero();
    Map<String, String> delivered = new HashMap<>(CsvRows.hashes(out));
    delivered.remove("run.json");
    return delivered;
  }
}

package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.cli.Diagnosis.Matter;
import org.nianbao.cli.Diagnosis.State;
import org.nianbao.testing.Nianbao;
import org.nianbao.warehouse.Holder;
import org.nianbao.warehouse.Lease;

/** What doctor finds on machines that lack one thing each. */
class DiagnosisTest {
  private static final long GIGABYTE = 1L << 30;

  @TempDir private Path folder;

  @Test
  void shouldFindAGoodMachineGood() {
    assertThat(matters(good())).noneMatch(matter -> matter.state() == State.MISSING);
    assertThat(matters(good()).get(0)).isEqualTo(new Matter(State.OK, "Java 17 (/jdk)"));
  }

  @Test
  void shouldSayWhichJavaIsWrong() {
    assertThat(first(java(11, true)).text()).contains("Java 11", "install JDK 17 or later");
    assertThat(first(java(11, true)).state()).isEqualTo(State.MISSING);
    assertThat(first(java(17, false)).text()).contains("cannot compile");
    assertThat(first(java(29, true)).state()).isEqualTo(State.ADVICE);
  }

  @Test
  void shouldMissMemoryDiskAndUtf8() {
    Machine poor =
        new Machine(
            17, "/jdk", true, GIGABYTE, GIGABYTE / 4, Map.of(), "ANSI_X3.4-1968", folder, any -> 9);
    assertThat(matters(poor))
        .filteredOn(matter -> matter.state() == State.MISSING)
        .extracting(Matter::text)
        .satisfiesExactly(
            text -> assertThat(text).contains("0.3 of 1.0 GB only", "NIANBAO_MEMORY=2g"),
            text -> assertThat(text).startsWith("warehouse: ").contains("0.0 GB free only"),
            text -> assertThat(text).startsWith("deliverables: "),
            text -> assertThat(text).startsWith("temporary files: "),
            text -> assertThat(text).contains("ANSI_X3.4-1968", "set LC_ALL=C.UTF-8"));
    assertThat(matters(poor))
        .filteredOn(matter -> matter.state() == State.ADVICE)
        .extracting(Matter::text)
        .anyMatch(text -> text.contains("there is no Maven"))
        .anyMatch(text -> text.contains("no LibreOffice"));
  }

  @Test
  void shouldMissAFolderWhereAFileIsAndSeeALock() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path lock = folder.resolve("nianbao.lock").toAbsolutePath();
    Configuration configuration = new Configuration();
    Holder own = Holder.ofThisProcess(Instant.EPOCH, "nianbao run");
    List<Matter> matters;
    try (Lease lease =
        Lease.take(configuration, new org.apache.hadoop.fs.Path(folder.toString()), own, false)) {
      assertThat(lease.abandonedBy()).isEmpty();
      matters =
          new Diagnosis(good(), Locale.ROOT).of(folder.toString(), file.resolve("out").toString());
    }
    assertThat(matters)
        .contains(
            new Matter(State.MISSING, "deliverables: %s is a file; name a folder".formatted(file)))
        .contains(
            new Matter(
                State.ADVICE,
                "%s: %s is writing there; another run has to wait"
                    .formatted(lock, own.described())));
    Files.writeString(lock, "{}");
    assertThat(matters(good()))
        .anyMatch(
            matter -> matter.text().equals(lock + " says that somebody writes there, but not who"));
  }

  @Test
  void shouldMissASparkThatIsNotThere() {
    Machine other =
        new Machine(
            17,
            "/jdk",
            true,
            8 * GIGABYTE,
            2 * GIGABYTE,
            Map.of("SPARK_HOME", "/nowhere"),
            "UTF-8",
            folder,
            any -> 9 * GIGABYTE);
    assertThat(matters(other))
        .anyMatch(
            matter ->
                matter.state() == State.MISSING
                    && matter.text().contains("SPARK_HOME is /nowhere"));
  }

  @Test
  void shouldSpeakBothLanguages() {
    ResourceBundle english = ResourceBundle.getBundle("org.nianbao.cli.doctor", Locale.ROOT);
    ResourceBundle chinese = ResourceBundle.getBundle("org.nianbao.cli.doctor", Locale.CHINESE);
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    Nianbao doctor = Nianbao.run("doctor", "--lang", "zh", "--warehouse", folder, "--out", folder);
    assertThat(doctor.out()).contains("正常  Java", "正常  数据仓库：" + folder);
    assertThat(doctor.err()).isEmpty();
  }

  @Test
  void shouldEndWithTwoIfSomethingIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Nianbao doctor = Nianbao.run("doctor", "--lang", "en", "--warehouse", file);
    assertThat(doctor.status()).isEqualTo(2);
    assertThat(doctor.out()).contains("MISSING  warehouse: " + file + " is a file");
  }

  private Machine good() {
    return java(17, true);
  }

  private Machine java(int version, boolean compiles) {
    return new Machine(
        version,
        "/jdk",
        compiles,
        8 * GIGABYTE,
        2 * GIGABYTE,
        Map.of(),
        "UTF-8",
        folder,
        any -> 9 * GIGABYTE);
  }

  private Matter first(Machine machine) {
    return matters(machine).get(0);
  }

  private List<Matter> matters(Machine machine) {
    return new Diagnosis(machine, Locale.ROOT).of(folder.toString(), folder.toString());
  }
}

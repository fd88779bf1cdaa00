package org.nianbao.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.nianbao.warehouse.Holder;
import org.nianbao.warehouse.Lease;

/** What a machine has and lacks for the job, in words of one language. */
final class Diagnosis {
  /** Whether the job can do with what there is. */
  enum State {
    OK,
    ADVICE,
    MISSING
  }

  /**
   * One thing that the job needs, or can use.
   *
   * @param text what there is, and what to do
   */
  record Matter(State state, String text) {}

  private static final double GIGABYTE = 1 << 30;
  private static final int OLDEST_JAVA = 17;

  /** The last version of Java that Spark 4.2 is built with. */
  private static final int NEWEST_JAVA = 25;

  private static final double LEAST_HEAP = 0.45;
  private static final double GOOD_HEAP = 0.95;
  private static final double LEAST_DISK = 0.2;
  private static final double GOOD_DISK = 2;

  private final Machine machine;
  private final ResourceBundle texts;

  Diagnosis(Machine machine, Locale locale) {
    this.machine = machine;
    this.texts =
        ResourceBundle.getBundle(
            "org.nianbao.cli.doctor",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Every matter, what is needed first. */
  List<Matter> of(String warehouse, String out) {
    List<Matter> matters = new ArrayList<>();
    matters.add(java());
    matters.add(memory());
    matters.add(place("warehouse", warehouse));
    matters.add(place("out", out));
    matters.add(place("temporary", machine.temporary().toString()));
    matters.add(fileNames());
    matters.add(maven());
    matters.add(spark());
    matters.add(office());
    lock(warehouse).ifPresent(matters::add);
    lock(out).ifPresent(matters::add);
    return matters;
  }

  /** As it is printed: the state, and what there is to say. */
  String line(Matter matter) {
    return texts.getString(matter.state().name().toLowerCase(Locale.ROOT)) + "  " + matter.text();
  }

  private Matter java() {
    if (machine.java() < OLDEST_JAVA) {
      return matter(State.MISSING, "java.old", machine.java(), machine.javaHome());
    }
    if (machine.java() > NEWEST_JAVA) {
      return matter(State.ADVICE, "java.new", machine.java(), machine.javaHome());
    }
    return machine.compiles()
        ? matter(State.OK, "java", machine.java(), machine.javaHome())
        : matter(State.ADVICE, "java.only", machine.java(), machine.javaHome());
  }

  private Matter memory() {
    double heap = machine.heap() / GIGABYTE;
    State state = graded(heap, LEAST_HEAP, GOOD_HEAP);
    return matter(
        state, state == State.OK ? "memory" : "memory.little", heap, machine.memory() / GIGABYTE);
  }

  private Matter place(String what, String place) {
    String name = texts.getString("place." + what);
    if (place.contains("://")) {
      return matter(State.ADVICE, "place.remote", name, place);
    }
    Path path = Path.of(place).toAbsolutePath().normalize();
    Path there = path;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return matter(State.MISSING, "place.file", name, there);
    }
    if (!Files.isWritable(there)) {
      return matter(State.MISSING, "place.closed", name, there);
    }
    double free = machine.free().applyAsLong(there) / GIGABYTE;
    State state = graded(free, LEAST_DISK, GOOD_DISK);
    return matter(state, state == State.OK ? "place" : "place.full", name, path, free);
  }

  private Matter fileNames() {
    boolean utf8 =
        Charset.isSupported(machine.fileNames())
            && Charset.forName(machine.fileNames()).equals(StandardCharsets.UTF_8);
    return utf8
        ? matter(State.OK, "names", machine.fileNames())
        : matter(State.MISSING, "names.other", machine.fileNames());
  }

  private Matter maven() {
    return machine
        .program("mvn")
        .map(program -> matter(State.OK, "maven", program))
        .orElseGet(() -> matter(State.ADVICE, "maven.none"));
  }

  private Matter spark() {
    String home = machine.environment().getOrDefault("SPARK_HOME", "");
    if (home.isEmpty()) {
      return matter(State.OK, "spark.own");
    }
    return Files.isExecutable(Path.of(home, "bin", "spark-submit"))
        ? matter(State.OK, "spark", home)
        : matter(State.MISSING, "spark.none", home);
  }

  private Matter office() {
    return Stream.of("soffice", "libreoffice", "wps", "et")
        .map(machine::program)
        .flatMap(Optional::stream)
        .findFirst()
        .map(program -> matter(State.OK, "office", program))
        .orElseGet(() -> matter(State.ADVICE, "office.none"));
  }

  /** The file by which a process shows that it writes in a folder of this machine. */
  private Optional<Matter> lock(String place) {
    Path file = Path.of(place, Lease.FILE).toAbsolutePath();
    try {
      return place.contains("://") || !Files.exists(file)
          ? Optional.empty()
          : Optional.of(held(file, Holder.of(Files.readAllBytes(file))));
    } catch (IOException e) {
      return Optional.of(held(file, Optional.empty()));
    }
  }

  private Matter held(Path file, Optional<Holder> holder) {
    return holder
        .map(
            who -> matter(State.ADVICE, who.isGone() ? "lock.left" : "lock", file, who.described()))
        .orElseGet(() -> matter(State.ADVICE, "lock.unknown", file));
  }

  private static State graded(double value, double least, double good) {
    if (value < least) {
      return State.MISSING;
    }
    return value < good ? State.ADVICE : State.OK;
  }

  private Matter matter(State state, String key, Object... words) {
    Object[] said =
        Stream.of(words)
            .map(
                word ->
                    word instanceof Double number
                        ? String.format(Locale.ROOT, "%.1f", number)
                        : word.toString())
            .toArray();
    return new Matter(state, MessageFormat.format(texts.getString(key), said));
  }
}

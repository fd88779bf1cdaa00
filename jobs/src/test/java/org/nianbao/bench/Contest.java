package org.nianbao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.nianbao.testing.Project;

/** The cases, the folders that they work in, and one run of a contender in a case. */
final class Contest {
  static final String FIRST = "sample-first";
  static final String LATER = "sample-later";
  static final String AGAIN = "sample-again";

  /**
   * From cheap to dear: the samples at the first start, at a later one, and once more on the same
   * warehouse; archives of so many million tickets from nothing, and with one more town-year.
   */
  static final List<String> CASES =
      List.of(FIRST, LATER, AGAIN, "cold-3", "update-3", "cold-12", "update-12");

  private final Path work;
  private final long unit;

  /**
   * Sets up.
   *
   * @param unit how many tickets a "million" has
   */
  Contest(Path work, long unit) {
    this.work = work.toAbsolutePath().normalize();
    this.unit = unit;
  }

  /** Whether a contender takes part: of starting anew and of what is known, rivals know nothing. */
  static boolean takesPart(Contender contender, String name) {
    return switch (contender) {
      case NIANBAO -> true;
      case SPARK -> !name.equals(FIRST) && !name.equals(AGAIN);
      case DUCKDB -> !name.startsWith("sample");
    };
  }

  /** Makes everything ready and measures one run. */
  Run run(String name, Contender contender) throws IOException, InterruptedException {
    Path folder = folder(name, contender);
    if (contender == Contender.NIANBAO && (name.startsWith("update") || name.equals(AGAIN))) {
      copyBase(name, folder);
    } else {
      empty(folder);
    }
    if (name.equals(FIRST)) {
      forgetClasses();
    }
    return run(exports(name), contender, folder);
  }

  /** The differences between the tables of a rival and those of the main job. */
  List<String> differences(String name, Contender rival) throws IOException {
    Path delivered = folder(name, Contender.NIANBAO).resolve("out");
    if (name.startsWith("sample") || !Files.exists(delivered.resolve("tables"))) {
      return List.of("not compared");
    }
    return Agreement.differences(delivered, folder(name, rival).resolve("out"));
  }

  private Run run(List<Path> exports, Contender contender, Path folder)
      throws IOException, InterruptedException {
    File log = folder.resolve("log.txt").toFile();
    Path project = Project.folder().toAbsolutePath().normalize();
    Run run =
        Run.of(
            contender.command(exports, folder),
            Map.of("SPARK_LOCAL_IP", "127.0.0.1"),
            project,
            log);
    if (run.status() != 0) {
      throw new IOException(contender.label() + " ended with " + run.status() + "; see " + log);
    }
    return run;
  }

  private Path folder(String name, Contender contender) {
    return work.resolve(name).resolve(contender.label());
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      PathUtils.deleteDirectory(folder);
    }
    Files.createDirectories(folder);
  }

  /** The warehouse and deliverables to which something is added. */
  private void copyBase(String name, Path folder) throws IOException, InterruptedException {
    String cold = name.equals(AGAIN) ? LATER : name.replace("update", "cold");
    Path base = folder(cold, Contender.NIANBAO);
    if (!Files.exists(base.resolve("out/run.json"))) {
      run(cold, Contender.NIANBAO);
    }
    empty(folder);
    PathUtils.copyDirectory(base, folder);
  }

  private List<Path> exports(String name) throws IOException, InterruptedException {
    if (name.startsWith("sample")) {
      return List.of(Project.folder().resolve("data-samples/exports").toAbsolutePath().normalize());
    }
    int millions = Integer.parseInt(name.replaceAll("\\D", ""));
    Path archive = work.resolve("archive-" + millions);
    Path next = work.resolve("archive-" + millions + "-next");
    if (!Files.exists(next)) {
      ArchivePlan plan =
          new ArchivePlan(
              millions * unit,
              millions * unit / 100,
              millions,
              List.of(2014, 2015, 2016, 2017, 2018),
              0,
              ArchivePlan.Encoding.MIXED,
              1);
      new ArchiveFiles(plan).write(plan.parts(), archive);
      new ArchiveFiles(plan).write(List.of(plan.next()), next);
    }
    return name.startsWith("update") ? List.of(archive, next) : List.of(archive);
  }

  /** The launcher keeps loaded classes beside the jar. */
  private static void forgetClasses() throws IOException {
    try (Stream<Path> files = Files.list(Project.folder().resolve("jobs/target"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jsa")).toList()) {
        Files.delete(file);
      }
    }
  }
}

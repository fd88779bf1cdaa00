package org.nianbao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The job as a process of its own, with the options that the launcher gives Java. */
public final class NianbaoProcess {
  private static final int LONGEST_MINUTES = 10;

  /** A class archive, made by the first process, halves the time that the others take. */
  private static final String ARCHIVE = "classes.jsa";

  private NianbaoProcess() {}

  /**
   * Starts a command.
   *
   * @param log gets what it says
   * @param options of Java, after the launcher's
   * @param environment beside the test's own
   */
  public static Process start(
      Path log, List<String> options, Map<String, String> environment, Object... words) {
    Path archive = Holder.FOLDER.resolve(ARCHIVE);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + target().resolve("java.options"));
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=256m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:disable",
            (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
                + archive,
            "-Dspark.sql.codegen.wholeStage=false",
            "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
            "-Dnianbao.home=" + Project.folder().toAbsolutePath().normalize()));
    command.addAll(options);
    command.addAll(List.of("-cp", Holder.CLASS_PATH, "org.nianbao.cli.Main"));
    for (Object word : words) {
      command.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a process ends, within bounds; gives its exit status. */
  public static int status(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue();
  }

  private static Path target() {
    return Project.folder().resolve("jobs/target").toAbsolutePath().normalize();
  }

  /** The classes as a jar: of folders Java keeps no class archive. */
  private static final class Holder {
    static final Path FOLDER = target().resolve("process");
    static final String CLASS_PATH = classPath();

    private static String classPath() {
      Path jar = FOLDER.resolve("nianbao.jar");
      Path classes = target().resolve("classes");
      try {
        if (!isNewer(jar, classes)) {
          makeAnew(jar, classes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String own = System.getProperty("java.class.path");
      return Stream.concat(
              Stream.of(jar.toString()),
              Stream.of(
                      System.getProperty("surefire.test.class.path", own)
                          .split(File.pathSeparator, -1))
                  .filter(entry -> entry.endsWith(".jar")))
          .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isNewer(Path jar, Path classes) throws IOException {
      if (!Files.exists(jar)) {
        return false;
      }
      try (Stream<Path> files = Files.walk(classes)) {
        long made = jar.toFile().lastModified();
        return files.allMatch(file -> file.toFile().lastModified() <= made);
      }
    }

    private static void makeAnew(Path jar, Path classes) throws IOException {
      if (Files.exists(FOLDER)) {
        PathUtils.deleteDirectory(FOLDER);
      }
      Files.createDirectories(FOLDER);
      int status =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(System.out, System.err, "cf0", jar.toString(), "-C", classes.toString(), ".");
      assertThat(status).isZero();
    }
  }
}

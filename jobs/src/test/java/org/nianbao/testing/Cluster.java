package org.nianbao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A standalone Spark cluster on this machine: a master and workers of one core each, made of the
 * jars that the build knows as the cluster's. Every process is its own, on ports of the loopback
 * address that were free.
 */
public final class Cluster implements AutoCloseable {
  private static final Path TARGET =
      Project.folder().resolve("jobs/target").toAbsolutePath().normalize();
  private static final Path HOME = TARGET.resolve("cluster");

  /** Of a machine with other things to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Pattern MASTER = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");
  private static final Pattern REGISTERED = Pattern.compile("Registering worker");

  /** Small data: a quick start is worth more than quick code. */
  private static final List<String> JAVA =
      List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

  private static final List<String> SMALL =
      List.of(
          "spark.ui.enabled=false",
          "spark.executor.memory=1g",
          "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
          "spark.sql.adaptive.enabled=false",
          "spark.sql.shuffle.partitions=3",
          "spark.sql.codegen.wholeStage=false",
          "spark.sql.codegen.factoryMode=NO_CODEGEN",
          "spark.databricks.delta.snapshotPartitions=1");

  private final Path folder;
  private final List<Process> started = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private String master = "none";

  private Cluster(Path folder) {
    this.folder = folder;
  }

  /** One submission of the job, still running or not. */
  public record Submission(Process process, Path log) {
    /** Waits for its end; gives the exit status. */
    public int status() {
      try {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IllegalStateException("Still running; it said:\n" + text(log));
        }
        return process.exitValue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    public String said() {
      return text(log);
    }
  }

  /** Starts a cluster whose files lie below a folder. */
  public static Cluster start(Path folder, int workers) {
    Cluster cluster = new Cluster(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    try {
      cluster.layOut();
      cluster.startMaster();
      for (int i = 0; i < workers; i++) {
        cluster.startWorker(i);
      }
      cluster.await(() -> cluster.found("master", REGISTERED).size() == workers);
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw new IllegalStateException("Cannot start a cluster: " + e.getMessage(), e);
    }
  }

  /** An installation as {@code SPARK_HOME} has it, of links. */
  private void layOut() throws IOException {
    Path lib = HOME.resolve("jars");
    if (Files.exists(HOME)) {
      PathUtils.deleteDirectory(HOME);
    }
    Files.createDirectories(lib);
    Files.createFile(HOME.resolve("RELEASE"));
    for (Path jar : jars()) {
      Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
    }
  }

  /**
   * What a cluster has. The job brings commons-io and commons-codec too, under other names, by
   * which Maven counts them as the job's alone.
   */
  private static List<Path> jars() throws IOException {
    Stream<String> clusters = paths(TARGET.resolve("cluster.classpath"));
    Stream<String> shared =
        paths(TARGET.resolve("spark.classpath"))
            .filter(jar -> jar.matches(".*/commons-(io|codec)-[^/]*\\.jar"));
    return Stream.concat(clusters, shared).map(Path::of).toList();
  }

  private static Stream<String> paths(Path file) throws IOException {
    return Stream.of(Files.readString(file).strip().split(java.io.File.pathSeparator));
  }

  private void startMaster() throws IOException {
    started.add(
        java(
            "master",
            "org.apache.spark.deploy.master.Master",
            List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")));
    await(() -> !found("master", MASTER).isEmpty());
    master = found("master", MASTER).get(0);
  }

  private void startWorker(int number) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--host", "127.0.0.1", "--port", "0"));
    arguments.addAll(List.of("--webui-port", "0", "--cores", "1", "--memory", "1g"));
    arguments.addAll(List.of("--work-dir", work(number).toString(), master));
    workers.add(java("worker" + number, "org.apache.spark.deploy.worker.Worker", arguments));
  }

  private Path work(int worker) {
    return folder.resolve("work" + worker);
  }

  /** Submits the built jar to the cluster. */
  public Submission submit(String name, Object... command) throws IOException {
    return submit(name, master, command);
  }

  /** Runs the built jar in a process of its own, with as many threads as the cluster has cores. */
  public Submission runLocally(String name, Object... command) throws IOException {
    return submit(name, "local[" + workers.size() + "]", command);
  }

  private Submission submit(String name, String where, Object... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--master", where));
    SMALL.forEach(setting -> arguments.addAll(List.of("--conf", setting)));
    arguments.addAll(List.of("--class", "org.nianbao.cli.Main"));
    arguments.add(TARGET.resolve("nianbao.jar").toString());
    Stream.of(command).map(Object::toString).forEach(arguments::add);
    Process process = java(name, "org.apache.spark.deploy.SparkSubmit", arguments);
    started.add(process);
    return new Submission(process, log(name));
  }

  private Process java(String name, String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA);
    command.addAll(opens());
    command.add("-Dspark.master.rest.enabled=false");
    command.addAll(List.of("-cp", HOME.resolve("jars") + "/*", main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", HOME.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.redirectOutput(log(name).toFile()).start();
  }

  /** What Java has to open to Spark; this process was started with the same. */
  private static List<String> opens() {
    return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens="))
        .toList();
  }

  /** How many executors each worker has started so far. */
  public List<Long> executors() throws IOException {
    List<Long> executors = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      try (Stream<Path> found = Files.find(work(i), 3, (path, is) -> path.endsWith("stderr"))) {
        executors.add(found.count());
      }
    }
    return executors;
  }

  /** Kills a worker and what it runs, as a machine that loses its power. */
  public void kill(int worker) {
    stop(workers.get(worker));
  }

  /** Waits until something is so. */
  public void await(BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited in vain; the master said:\n" + text(log("master")));
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private List<String> found(String log, Pattern pattern) {
    return pattern.matcher(text(log(log))).results().map(MatchResult::group).toList();
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Stream.of(started, workers).flatMap(List::stream).forEach(Cluster::stop);
  }

  /** Executors are children of their worker: it goes first, lest it starts others. */
  private static void stop(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    children.forEach(child -> child.onExit().join());
  }
}

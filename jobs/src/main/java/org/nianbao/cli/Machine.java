package org.nianbao.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What the machine is like on which a command runs.
 *
 * @param java its version
 * @param javaHome where it is installed
 * @param compiles whether this Java can compile
 * @param memory bytes of the whole machine, or of the container
 * @param heap bytes that Java may take
 * @param environment its variables
 * @param fileNames the character set of names of files
 * @param temporary the folder for temporary files
 * @param free bytes free where a path lies
 */
record Machine(
    int java,
    String javaHome,
    boolean compiles,
    long memory,
    long heap,
    Map<String, String> environment,
    String fileNames,
    Path temporary,
    ToLongFunction<Path> free) {

  static Machine here() {
    return new Machine(
        Runtime.version().feature(),
        System.getProperty("java.home"),
        ToolProvider.getSystemJavaCompiler() != null,
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize(),
        Runtime.getRuntime().maxMemory(),
        System.getenv(),
        System.getProperty("sun.jnu.encoding", "UTF-8"),
        Path.of(System.getProperty("java.io.tmpdir")),
        Machine::usable);
  }

  /** A program of the path. */
  Optional<Path> program(String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static long usable(Path path) {
    try {
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }
}

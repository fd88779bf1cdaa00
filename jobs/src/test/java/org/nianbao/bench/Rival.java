package org.nianbao.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.nianbao.testing.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What both rivals are told. */
@Command(mixinStandardHelpOptions = true)
abstract class Rival implements Callable<Integer> {
  @Option(names = "--exports", required = true, arity = "1..*", description = "Folders")
  List<Path> exports;

  @Option(names = "--out", required = true, description = "Folder, taken as empty")
  Path out;

  @Option(names = "--as-of", required = true, description = "Day of the run")
  LocalDate asOf;

  static Path seeds() {
    return Project.folder().resolve("seeds").toAbsolutePath().normalize();
  }
}

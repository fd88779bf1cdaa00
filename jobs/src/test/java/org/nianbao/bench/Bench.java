package org.nianbao.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the measurements. */
@Command(
    name = "bench",
    description = "Makes archives of any size and measures runs over them",
    mixinStandardHelpOptions = true,
    subcommands = {Generate.class, Compare.class, SparkRival.class, DuckRival.class})
public final class Bench {
  private Bench() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and gives its exit status. */
  static int run(String... args) {
    return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
  }
}

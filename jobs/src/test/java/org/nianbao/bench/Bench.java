package org.nianbao.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the measurements. */
@Command(
    name = "bench",
    description = "Makes archives of any size and measures runs over them",
    mixinStandardHelpOptions = true,
    subcommands = {Generate.class})
public final class Bench {
  private Bench() {}

  /** Runs one command; without any, prints what there is. */
  public static void main(String[] args) {
    CommandLine bench = new CommandLine(new Bench());
    if (args.length == 0) {
      bench.usage(System.out);
      return;
    }
    System.exit(bench.execute(args));
  }
}

package org.nianbao.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the yearly tables and trends up to date with the archive. */
@Command(name = "tables", mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  TablesCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.writing(options, clock, Leases.BOTH, this::work);
  }

  private int work(Desk desk) {
    return Job.run(desk, EnumSet.of(Job.Part.TABLES));
  }
}

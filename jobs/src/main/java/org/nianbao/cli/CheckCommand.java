package org.nianbao.cli;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks what the warehouse holds and prints what fails. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  CheckCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.writing(options, clock, Set.of(Leases.Place.WAREHOUSE), CheckCommand::work);
  }

  private static int work(Desk desk) {
    desk.checks().run();
    CheckReport report = CheckReport.of(desk.results());
    report.print(System.out, Integer.MAX_VALUE);
    return report.errors() == 0 ? Status.DONE : Status.CHECK;
  }
}

package org.nianbao.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job: from exports to everything that people open. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  RunCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.writing(options, clock, Leases.BOTH, this::work);
  }

  private int work(Desk desk) {
    return Job.run(desk, EnumSet.allOf(Job.Part.class));
  }
}

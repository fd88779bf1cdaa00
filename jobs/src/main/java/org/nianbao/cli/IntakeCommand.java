package org.nianbao.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads exports into the archive. */
@Command(name = "intake", mixinStandardHelpOptions = true)
final class IntakeCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  IntakeCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.writing(options, clock, Leases.BOTH, this::work);
  }

  private int work(Desk desk) {
    return Job.run(desk, EnumSet.of(Job.Part.INTAKE));
  }
}

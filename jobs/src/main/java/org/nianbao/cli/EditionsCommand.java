package org.nianbao.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes what people open from the tables there are. */
@Command(name = "editions", mixinStandardHelpOptions = true)
final class EditionsCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  EditionsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.writing(options, clock, Leases.BOTH, this::work);
  }

  private int work(Desk desk) {
    return Job.run(desk, EnumSet.of(Job.Part.EDITIONS));
  }
}

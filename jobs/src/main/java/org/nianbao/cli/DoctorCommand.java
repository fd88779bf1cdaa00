package org.nianbao.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine lacks: one line a matter. Starts no Spark and writes nothing. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final PrintStream out = System.out;

  @Spec private CommandSpec spec;

  @Option(names = "--warehouse", paramLabel = "PATH")
  private String warehouse = "build/warehouse";

  @Option(names = "--out", paramLabel = "DIR")
  private Path deliverables = Path.of("build", "out");

  @Override
  public Integer call() {
    Diagnosis diagnosis = new Diagnosis(Machine.here(), spec.resourceBundle().getLocale());
    List<Diagnosis.Matter> matters = diagnosis.of(warehouse, deliverables.toString());
    matters.forEach(matter -> out.println(diagnosis.line(matter)));
    return matters.stream().anyMatch(matter -> matter.state() == Diagnosis.State.MISSING)
        ? Status.USAGE
        : Status.DONE;
  }
}

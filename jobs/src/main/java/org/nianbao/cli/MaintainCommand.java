package org.nianbao.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.nianbao.warehouse.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compacts and cleans the warehouse; no figure changes. */
@Command(name = "maintain", mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  @Option(names = "--keep-days", paramLabel = "DAYS", defaultValue = "7")
  private int keepDays;

  MaintainCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (keepDays < 0) {
      throw new UsageException("Cannot keep %d days; name 0 or more".formatted(keepDays));
    }
    return Desk.writing(options, clock, Set.of(Leases.Place.WAREHOUSE), this::work);
  }

  private int work(Desk desk) {
    Instant since = clock.instant().minus(Duration.ofDays(keepDays));
    List<Maintenance.Tidied> tables = desk.maintenance().run(since);
    if (tables.isEmpty()) {
      throw new UsageException(
          "Cannot tidy: there is no table at %s yet; check --warehouse"
              .formatted(options.warehouse));
    }
    tables.stream()
        .filter(one -> one.filesBefore() != one.filesAfter())
        .forEach(one -> print(one.table(), one));
    print("合计", total(tables));
    return Status.DONE;
  }

  private static Maintenance.Tidied total(List<Maintenance.Tidied> tables) {
    return tables.stream()
        .reduce(
            new Maintenance.Tidied("", 0, 0, 0, 0),
            (one, other) ->
                new Maintenance.Tidied(
                    "",
                    one.filesBefore() + other.filesBefore(),
                    one.bytesBefore() + other.bytesBefore(),
                    one.filesAfter() + other.filesAfter(),
                    one.bytesAfter() + other.bytesAfter()));
  }

  private static void print(String name, Maintenance.Tidied tidied) {
    System.out.printf(
        "%s：%,d → %,d 个文件，%.1f → %.1f MB%n",
        name,
        tidied.filesBefore(),
        tidied.filesAfter(),
        tidied.bytesBefore() / 1e6,
        tidied.bytesAfter() / 1e6);
  }
}

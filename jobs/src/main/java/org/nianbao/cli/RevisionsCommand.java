package org.nianbao.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nianbao.edition.CsvTable;
import org.nianbao.edition.RevisionNote;
import org.nianbao.table.Deliveries;
import org.nianbao.table.Revisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what changed in years that had been delivered, and why. */
@Command(name = "revisions", mixinStandardHelpOptions = true)
final class RevisionsCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  @Option(names = "--since", paramLabel = "DELIVERY")
  private Long since;

  @Option(names = "--until", paramLabel = "DELIVERY")
  private Long until;

  RevisionsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.writing(options, clock, Set.of(Leases.Place.OUT), this::work);
  }

  private int work(Desk desk) {
    List<Deliveries.Entry> all = desk.delivery().all();
    if (all.isEmpty()) {
      throw new UsageException(
          "Cannot list revisions: nothing was delivered from %s yet; 'nianbao run' delivers"
              .formatted(options.warehouse));
    }
    int last = until == null ? all.size() - 1 : position(all, "--until", until);
    int first = since == null ? Math.max(0, last - 1) : position(all, "--since", since);
    if (first > last) {
      throw new UsageException(
          "Cannot list revisions: --since %d lies after --until %d".formatted(since, until));
    }
    return list(desk, all.get(first), all.get(last));
  }

  private static int position(List<Deliveries.Entry> all, String option, long number) {
    List<Long> numbers =
        all.stream().filter(Deliveries.Entry::isDelivered).map(Deliveries.Entry::number).toList();
    if (!numbers.contains(number)) {
      throw new UsageException(
          "Cannot list revisions: there is no delivery %d; there are %s; check %s"
              .formatted(
                  number,
                  numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                  option));
    }
    return numbers.indexOf(number);
  }

  private int list(Desk desk, Deliveries.Entry before, Deliveries.Entry after) {
    List<Revisions.Entry> revisions = desk.revisions().between(before, after);
    RevisionNote note = new RevisionNote(before, after, revisions);
    CsvTable.write(
        options.out, Revisions.TABLE, revisions.stream().map(Revisions.Entry::toRow).iterator());
    Path text = note.write(options.out);
    RevisionList.print(revisions, System.out);
    System.out.println(note.text());
    System.out.println(options.out.resolve(Revisions.TABLE.name() + ".csv"));
    System.out.println(text);
    return Status.DONE;
  }
}

package org.nianbao.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nianbao.job.BacktestStep;
import org.nianbao.table.Deliveries;
import org.nianbao.table.Revisions;
import org.nianbao.table.TownYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes a delivered year anew and compares; writes nothing. */
@Command(name = "backtest", mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  @Option(names = "--year", converter = Options.Year.class, paramLabel = "YEAR", required = true)
  private int year;

  BacktestCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.with(options, clock, this::work);
  }

  private int work(Desk desk) {
    List<Deliveries.Entry> all = desk.delivery().all();
    Deliveries.Entry last = null;
    for (Deliveries.Entry delivery : all) {
      if (delivery.isDelivered() && !ofYear(delivery, desk).isEmpty()) {
        last = delivery;
      }
    }
    if (last == null) {
      throw new UsageException(neverDelivered(all));
    }
    Set<TownYear> townYears = ofYear(last, desk);
    List<Revisions.Entry> differences =
        desk.backtest().differences(townYears, last, all.get(all.size() - 1));
    RevisionList.print(differences, System.out);
    long unexplained = differences.stream().filter(BacktestStep::isUnexplained).count();
    System.out.printf(
        "回测：%d年，%d个镇街，第%d次交付；重算后有%,d处不同，其中%,d处原因不明%n",
        year, townYears.size(), last.number(), differences.size(), unexplained);
    return unexplained == 0 ? Status.DONE : Status.CHECK;
  }

  private Set<TownYear> ofYear(Deliveries.Entry delivery, Desk desk) {
    return delivery.townYears().stream()
        .filter(townYear -> townYear.year() == year && desk.scope().takes(townYear))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String neverDelivered(List<Deliveries.Entry> all) {
    Set<Integer> years = new TreeSet<>();
    all.stream()
        .filter(Deliveries.Entry::isDelivered)
        .forEach(delivery -> delivery.townYears().forEach(one -> years.add(one.year())));
    return "Cannot backtest %d: it was never delivered from %s; %s; check --year, --town and --warehouse"
        .formatted(
            year,
            options.warehouse,
            years.isEmpty() ? "nothing was" : "delivered were " + new ArrayList<>(years));
  }
}

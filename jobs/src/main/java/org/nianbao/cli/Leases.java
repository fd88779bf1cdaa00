package org.nianbao.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.hadoop.conf.Configuration;
import org.nianbao.edition.Delivery;
import org.nianbao.job.StoredTables;
import org.nianbao.warehouse.HeldException;
import org.nianbao.warehouse.Holder;
import org.nianbao.warehouse.Lease;
import org.nianbao.warehouse.Leftovers;

/** Where a command writes, as long as it does: no other process does at the same time. */
final class Leases implements AutoCloseable {
  /** Places that have one writer at a time. */
  enum Place {
    WAREHOUSE,
    OUT
  }

  static final Set<Place> BOTH = EnumSet.allOf(Place.class);

  private final Configuration configuration;
  private final Holder holder;
  private final PrintStream err;
  private final Set<org.apache.hadoop.fs.Path> places = new HashSet<>();
  private final Deque<Lease> taken = new ArrayDeque<>();

  private Leases(Configuration configuration, Holder holder, PrintStream err) {
    this.configuration = configuration;
    this.holder = holder;
    this.err = err;
  }

  /**
   * Takes all of them. What a process that was killed there has left is removed, which is said.
   *
   * @throws HeldException if another process has one of them
   */
  static Leases take(Desk desk, Clock clock, Set<Place> places, PrintStream err) {
    Options options = desk.options();
    Configuration configuration = desk.spark().sparkContext().hadoopConfiguration();
    Holder holder = Holder.ofThisProcess(clock.instant(), options.command());
    Leases leases = new Leases(configuration, holder, err);
    try {
      if (places.contains(Place.WAREHOUSE)) {
        leases.takeWarehouse(options.warehouse);
      }
      if (places.contains(Place.OUT)) {
        leases.takeOut(options.out);
      }
      return leases;
    } catch (RuntimeException e) {
      leases.close();
      throw e;
    }
  }

  private void takeWarehouse(String warehouse) {
    take(
        new org.apache.hadoop.fs.Path(warehouse),
        true,
        () -> new Leftovers(configuration, warehouse, StoredTables.ALL).sweep());
  }

  private void takeOut(Path out) {
    take(
        new org.apache.hadoop.fs.Path("file://" + out.toAbsolutePath().normalize()),
        false,
        () -> Delivery.sweep(out));
  }

  private void take(org.apache.hadoop.fs.Path place, boolean ownerOnly, IntSupplier sweep) {
    org.apache.hadoop.fs.Path folder = Lease.folder(configuration, place);
    if (!places.add(folder)) {
      return;
    }
    Lease lease = Lease.take(configuration, folder, holder, ownerOnly);
    taken.push(lease);
    lease
        .abandonedBy()
        .ifPresent(
            before ->
                err.printf(
                    "Took over %s: %s had ended without finishing; removed %d unfinished files%n",
                    folder, before, sweep.getAsInt()));
  }

  @Override
  public void close() {
    while (!taken.isEmpty()) {
      taken.pop().close();
    }
  }
}

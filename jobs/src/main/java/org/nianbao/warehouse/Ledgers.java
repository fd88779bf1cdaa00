package org.nianbao.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.nianbao.table.Computed;
import org.nianbao.table.ContentSamples;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Links;
import org.nianbao.table.TownYear;

/**
 * What the warehouse knows of its own making: which exports are in the archive, which town-years
 * they touch, from what each result was computed, and what went out. These grow with files and
 * years, not with rows, and are handled as objects.
 */
public final class Ledgers {
  private final Warehouse warehouse;

  // Read once: only this object writes them while a run lasts.
  private List<ExportLog.Entry> log;
  private Map<TownYear, Computed.Entry> computed;

  public Ledgers(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The exports that count, by name: of each file the bytes seen last, and the same bytes under the
   * same name once, wherever they lay.
   */
  public List<ExportLog.Entry> exports() {
    return exports(List.of());
  }

  /** The exports that would count if more were logged. */
  public List<ExportLog.Entry> exports(List<ExportLog.Entry> added) {
    List<ExportLog.Entry> log = new ArrayList<>(log());
    log.addAll(added);
    return counting(log);
  }

  /** The exports that counted after an earlier run. */
  public List<ExportLog.Entry> exportsAfter(long run) {
    return counting(log().stream().filter(entry -> entry.run() <= run).toList());
  }

  private static List<ExportLog.Entry> counting(List<ExportLog.Entry> log) {
    Map<String, ExportLog.Entry> byUri = new HashMap<>();
    for (ExportLog.Entry entry : log) {
      byUri.merge(entry.uri(), entry, (one, other) -> one.run() >= other.run() ? one : other);
    }
    Map<List<String>, ExportLog.Entry> byNameAndBytes = new TreeMap<>(Ledgers::compare);
    for (ExportLog.Entry entry : byUri.values()) {
      byNameAndBytes.merge(
          List.of(entry.sourceFile(), entry.sha256()),
          entry,
          (one, other) -> one.run() >= other.run() ? one : other);
    }
    return new ArrayList<>(byNameAndBytes.values());
  }

  /** Every entry ever written. */
  public synchronized List<ExportLog.Entry> log() {
    if (log == null) {
      log = warehouse.ledger(ExportLog.TABLE).stream().map(ExportLog.Entry::of).toList();
    }
    return log;
  }

  /** Writes entries of the log: from here on what they speak of counts. */
  public synchronized void log(List<ExportLog.Entry> entries) {
    log = null;
    List<Row> rows = entries.stream().map(ExportLog.Entry::toRow).toList();
    warehouse.append(ExportLog.TABLE, rows);
  }

  /** The town-years that share things with each town-year. */
  public Map<TownYear, Set<TownYear>> links() {
    Map<TownYear, Set<TownYear>> links = new TreeMap<>();
    for (Row row : warehouse.ledger(Links.TABLE)) {
      links
          .computeIfAbsent(
              new TownYear(row.getString(0), row.getInt(1)), townYear -> new TreeSet<>())
          .add(new TownYear(row.getString(2), row.getInt(3)));
    }
    return links;
  }

  /** The same if more links were known. */
  public Map<TownYear, Set<TownYear>> links(Map<TownYear, Set<TownYear>> added) {
    Map<TownYear, Set<TownYear>> links = links();
    added.forEach(
        (one, others) -> links.computeIfAbsent(one, key -> new TreeSet<>()).addAll(others));
    return links;
  }

  /** Adds the links that are not known yet. */
  public void link(Map<TownYear, Set<TownYear>> added) {
    Map<TownYear, Set<TownYear>> known = links();
    List<Row> rows = new ArrayList<>();
    added.forEach(
        (one, others) ->
            others.stream()
                .filter(other -> !known.getOrDefault(one, Set.of()).contains(other))
                .forEach(
                    other ->
                        rows.add(
                            RowFactory.create(
                                one.townCode(), one.year(), other.townCode(), other.year()))));
    if (!rows.isEmpty()) {
      warehouse.append(Links.TABLE, rows);
    }
  }

  /** What each result rests on. */
  public synchronized Map<TownYear, Computed.Entry> computed() {
    if (computed == null) {
      computed = byTownYear(warehouse.ledger(Computed.TABLE));
    }
    return new TreeMap<>(computed);
  }

  /** What the results of a delivery rest on. */
  public Map<TownYear, Computed.Entry> computed(Deliveries.Entry delivery) {
    Long version = delivery.versions().get(Computed.TABLE.name());
    return version == null
        ? Map.of()
        : byTownYear(warehouse.collectEarlier(warehouse.read(Computed.TABLE, version)));
  }

  private static Map<TownYear, Computed.Entry> byTownYear(List<Row> rows) {
    Map<TownYear, Computed.Entry> entries = new TreeMap<>();
    for (Row row : rows) {
      Computed.Entry entry = Computed.Entry.of(row);
      entries.put(entry.townYear(), entry);
    }
    return entries;
  }

  /** Notes what results rest on; written when they are. */
  public synchronized void computed(Collection<TownYear> townYears, List<Computed.Entry> entries) {
    computed = null;
    List<Row> rows = entries.stream().map(Computed.Entry::toRow).toList();
    warehouse.replace(Computed.TABLE, townYears, rows);
  }

  /** Samples of the content of loads. */
  public Map<ContentSamples.Key, ContentSamples.Entry> samples() {
    Map<ContentSamples.Key, ContentSamples.Entry> samples = new HashMap<>();
    for (Row row : warehouse.ledger(ContentSamples.TABLE)) {
      ContentSamples.Entry entry = ContentSamples.Entry.of(row);
      samples.put(entry.key(), entry);
    }
    return samples;
  }

  /** Adds samples. */
  public void keep(List<ContentSamples.Entry> samples) {
    warehouse.append(
        ContentSamples.TABLE, samples.stream().map(ContentSamples.Entry::toRow).toList());
  }

  /** What went out, by number. */
  public List<Deliveries.Entry> deliveries() {
    return warehouse.ledger(Deliveries.TABLE).stream()
        .map(Deliveries.Entry::of)
        .sorted(Comparator.comparingLong(Deliveries.Entry::number))
        .toList();
  }

  /** Notes a delivery. */
  public void deliver(Deliveries.Entry delivery) {
    warehouse.append(Deliveries.TABLE, List.of(delivery.toRow()));
  }

  /** Lets deliveries go, by number: their figures can no longer be asked for. */
  public void forgetDeliveries(Set<Long> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    List<Row> rows =
        deliveries().stream()
            .filter(delivery -> !numbers.contains(delivery.number()))
            .map(Deliveries.Entry::toRow)
            .toList();
    warehouse.overwrite(Deliveries.TABLE, rows);
  }

  private static int compare(List<String> one, List<String> other) {
    int byName = one.get(0).compareTo(other.get(0));
    return byName != 0 ? byName : one.get(1).compareTo(other.get(1));
  }
}

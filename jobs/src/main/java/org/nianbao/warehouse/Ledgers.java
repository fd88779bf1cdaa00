package org.nianbao.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Links;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;

/**
 * What the warehouse knows of its own making: which exports are in the archive, which town-years
 * they touch, and from what each result was computed. These grow with files and years, not with
 * rows, and are handled as objects.
 */
public final class Ledgers {
  private final SparkSession spark;
  private final Warehouse warehouse;

  public Ledgers(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
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
  public List<ExportLog.Entry> log() {
    return warehouse.read(ExportLog.TABLE).collectAsList().stream()
        .map(ExportLog.Entry::of)
        .toList();
  }

  /** Writes entries of the log: from here on what they speak of counts. */
  public void log(List<ExportLog.Entry> entries) {
    List<Row> rows = entries.stream().map(ExportLog.Entry::toRow).toList();
    warehouse.append(ExportLog.TABLE, frame(rows, ExportLog.TABLE));
  }

  /** The town-years that share things with each town-year. */
  public Map<TownYear, Set<TownYear>> links() {
    return links(frame(List.of(), Links.TABLE));
  }

  /** The same if more links were known. */
  public Map<TownYear, Set<TownYear>> links(Dataset<Row> added) {
    Map<TownYear, Set<TownYear>> links = new HashMap<>();
    for (Row row : warehouse.read(Links.TABLE).union(added).collectAsList()) {
      links
          .computeIfAbsent(
              new TownYear(row.getString(0), row.getInt(1)), townYear -> new TreeSet<>())
          .add(new TownYear(row.getString(2), row.getInt(3)));
    }
    return links;
  }

  /** Adds the links that are not known yet. */
  public void link(Dataset<Row> links) {
    List<Row> found = Links.TABLE.conform(links).distinct().collectAsList();
    Set<Row> added = new HashSet<>(found);
    added.removeAll(warehouse.read(Links.TABLE).collectAsList());
    if (!added.isEmpty()) {
      warehouse.append(Links.TABLE, frame(List.copyOf(added), Links.TABLE));
    }
  }

  /** What each result rests on. */
  public Map<TownYear, Computed.Entry> computed() {
    Map<TownYear, Computed.Entry> computed = new TreeMap<>();
    for (Row row : warehouse.read(Computed.TABLE).collectAsList()) {
      Computed.Entry entry = Computed.Entry.of(row);
      computed.put(entry.townYear(), entry);
    }
    return computed;
  }

  /** Notes what results rest on; written when they are. */
  public void computed(Collection<TownYear> townYears, List<Computed.Entry> entries) {
    List<Row> rows = entries.stream().map(Computed.Entry::toRow).toList();
    warehouse.replace(Computed.TABLE, townYears, frame(rows, Computed.TABLE));
  }

  private Dataset<Row> frame(List<Row> rows, Table table) {
    return spark.createDataFrame(rows, table.schema());
  }

  private static int compare(List<String> one, List<String> other) {
    int byName = one.get(0).compareTo(other.get(0));
    return byName != 0 ? byName : one.get(1).compareTo(other.get(1));
  }
}

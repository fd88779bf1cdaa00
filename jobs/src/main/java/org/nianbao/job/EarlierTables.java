package org.nianbao.job;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.revision.Comparison;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Deliveries;
import org.nianbao.table.Revisions;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;
import org.nianbao.warehouse.Warehouse;

/** The yearly tables as they stood at a delivery, held against others. */
final class EarlierTables {
  private final Warehouse warehouse;
  private final Seeds seeds;

  EarlierTables(Warehouse warehouse, Seeds seeds) {
    this.warehouse = warehouse;
    this.seeds = seeds;
  }

  /** Rows of town-years; none where the table did not exist yet. */
  Dataset<Row> at(Deliveries.Entry delivery, Table table, Set<TownYear> townYears) {
    Long version = delivery.versions().get(table.name());
    Dataset<Row> all =
        version == null ? warehouse.read(table).limit(0) : warehouse.read(table, version);
    return all.filter(TownYear.anyOf(townYears));
  }

  /** The figures that differ, in the order of their table. */
  List<Revisions.Entry> differences(List<Comparison.States> tables) {
    Dataset<Row> differences = new Comparison(seeds::labels).differences(tables);
    return warehouse
        .collectEarlier(differences.repartition(1).sortWithinPartitions(Revisions.TABLE.order()))
        .stream()
        .map(Revisions.Entry::of)
        .toList();
  }
}

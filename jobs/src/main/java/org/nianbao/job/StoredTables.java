package org.nianbao.job;

import java.util.List;
import java.util.stream.Stream;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Checks;
import org.nianbao.table.Computed;
import org.nianbao.table.ContentSamples;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Links;
import org.nianbao.table.Rejects;
import org.nianbao.table.Table;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** Every table that a warehouse may hold: archive, ledgers and results. */
public final class StoredTables {
  public static final List<Table> ALL =
      Stream.of(
              Archive.TABLES.stream().map(ArchiveTable::table),
              Stream.of(
                  ExportLog.TABLE,
                  Rejects.LOG,
                  Links.TABLE,
                  Computed.TABLE,
                  ContentSamples.TABLE,
                  Deliveries.TABLE),
              YearlyTables.ALL.stream().map(YearlyTable::contract),
              TrendsStep.TABLES.stream(),
              Stream.of(Checks.STORED))
          .flatMap(tables -> tables)
          .toList();

  private StoredTables() {}
}

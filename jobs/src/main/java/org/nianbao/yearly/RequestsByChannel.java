package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Requests;
import org.nianbao.table.Table;

/** Requests received, by the way they came in. */
public final class RequestsByChannel implements YearlyTable {
  public static final Field CHANNEL = Requests.CHANNEL;
  public static final Field REQUESTS =
      Field.count("requests", "申请数", "件", "Requests received in the year");

  public static final Table TABLE =
      new Table(
          "requests_by_channel",
          "依申请公开分申请方式统计",
          "One row per town, year and channel that has requests",
          List.of(TOWN_CODE, YEAR, CHANNEL),
          List.of(TOWN_CODE, TOWN, YEAR, CHANNEL, REQUESTS, CHANNEL.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  /** A request of which the ledger does not say how it came in counts as not mapped. */
  @Override
  public Dataset<Row> compute(Inputs archive) {
    String[] townYear = {TOWN_CODE.name(), YEAR.name()};
    return archive
        .rows(Requests.ARCHIVE)
        .join(archive.covered(Requests.ARCHIVE), townYear, "left_semi")
        .withColumn(CHANNEL.name(), coalesce(CHANNEL.col(), lit(ArchiveTable.UNMAPPED)))
        .groupBy(TOWN_CODE.col(), YEAR.col(), CHANNEL.col())
        .agg(count("*").as(REQUESTS.name()));
  }

  @Override
  public List<Breakdown> splits(Seeds seeds) {
    return List.of(new Breakdown(Measures.REQUESTS_RECEIVED, TABLE, CHANNEL, REQUESTS));
  }
}

package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Requests;
import org.nianbao.table.Table;

/** How fast requests were decided, by the way they came in: working days, and whether in time. */
public final class RequestHandling implements YearlyTable {
  public static final Field CHANNEL = Requests.CHANNEL;
  public static final Field DECIDED = Field.count("decided", "答复数", "件", "Decided in the year");
  public static final Field ON_TIME =
      Field.count("on_time", "按时答复数", "件", "Of these, decided within the time limit");
  public static final Field ON_TIME_BASE =
      Field.count("on_time_base", "按时率基数", "件", "Of these, with a decision date and a limit");
  public static final Field ON_TIME_RATE =
      Field.rate("on_time_rate", "按时答复率", "on_time ÷ on_time_base");
  public static final Field EXTENDED =
      Field.count(
          "extended", "延期答复数", "件", "On time in an extended term; empty: the ledgers do not say");
  public static final Field MEDIAN_DAYS =
      Field.days("median_days", "办理工作日中位数", "Median working days from receipt to decision");

  public static final Table TABLE =
      new Table(
          "request_handling",
          "依申请公开办理情况",
          "One row per town, year and channel that has requests decided in the year",
          List.of(TOWN_CODE, YEAR, CHANNEL),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              CHANNEL,
              DECIDED,
              ON_TIME,
              ON_TIME_BASE,
              ON_TIME_RATE,
              EXTENDED,
              MEDIAN_DAYS,
              CHANNEL.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    String[] townYear = {TOWN_CODE.name(), YEAR.name()};
    Column kept = RequestTerm.kept(archive.seeds());
    Column extended = RequestTerm.extended();
    return archive
        .rows(Requests.ARCHIVE)
        .withColumn(YEAR.name(), RequestLife.decidedIn(archive.seeds()))
        .join(archive.covered(Requests.ARCHIVE), townYear, "left_semi")
        .groupBy(
            TOWN_CODE.col(),
            YEAR.col(),
            coalesce(CHANNEL.col(), lit(ArchiveTable.UNMAPPED)).as(CHANNEL.name()))
        .agg(
            count("*").as(DECIDED.name()),
            count_if(kept).as(ON_TIME.name()),
            count(kept).as(ON_TIME_BASE.name()),
            when(count(extended).gt(0), count_if(kept.and(extended))).as(EXTENDED.name()),
            median(RequestTerm.workingDays()).as(MEDIAN_DAYS.name()))
        .withColumn(ON_TIME_RATE.name(), try_divide(ON_TIME.col(), ON_TIME_BASE.col()));
  }

  @Override
  public List<Breakdown> splits(Seeds seeds) {
    return List.of(new Breakdown(Measures.REQUESTS_DECIDED, TABLE, CHANNEL, DECIDED));
  }
}

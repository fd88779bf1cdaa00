package org.nianbao.yearly;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Publications;
import org.nianbao.table.Table;

/** Published items by channel and category. */
public final class PublicationsByCategory implements YearlyTable {
  public static final Field CHANNEL = Publications.CHANNEL;
  public static final Field CATEGORY = Publications.CATEGORY;
  public static final Field ITEMS =
      Field.count("items", "条数", "条", "Items published on the channel in the category");
  public static final Field SHARE = Field.rate("share", "占比", "items ÷ channel_items");
  public static final Field CHANNEL_ITEMS =
      Field.count("channel_items", "渠道条数", "条", "Items published on the channel in all categories");

  public static final Table TABLE =
      new Table(
          "publications_by_category",
          "主动公开信息分类统计",
          "One row per town, year, channel and category that has items",
          List.of(TOWN_CODE, YEAR, CHANNEL, CATEGORY),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              CHANNEL,
              CATEGORY,
              ITEMS,
              SHARE,
              CHANNEL_ITEMS,
              CHANNEL.shown(),
              CATEGORY.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    return archive
        .rows(Publications.ARCHIVE)
        .groupBy(TOWN_CODE.col(), YEAR.col(), CHANNEL.col(), CATEGORY.col())
        .agg(count("*").as(ITEMS.name()))
        .withColumn(
            CHANNEL_ITEMS.name(),
            sum(ITEMS.col()).over(Window.partitionBy(TOWN_CODE.col(), YEAR.col(), CHANNEL.col())))
        .withColumn(SHARE.name(), try_divide(ITEMS.col(), CHANNEL_ITEMS.col()));
  }

  /** Reports break down what the platform of record carries. */
  @Override
  public List<Breakdown> breakdowns(Seeds seeds) {
    String ofRecord = seeds.marked(CHANNEL.vocabulary(), "of_record");
    return List.of(
        new Breakdown(
            Measures.PUBLICATIONS, TABLE, CATEGORY, ITEMS, true, Map.of(CHANNEL, ofRecord)));
  }
}

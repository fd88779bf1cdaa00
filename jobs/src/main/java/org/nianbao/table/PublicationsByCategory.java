package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Published items by channel and category. */
public final class PublicationsByCategory {
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
              Shared.labelOf(CHANNEL),
              Shared.labelOf(CATEGORY)));

  private PublicationsByCategory() {}
}

package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Publications by channel. Channels mirror each other: their items must not be added up. */
public final class PublicationsByChannel {
  public static final Field CHANNEL = Publications.CHANNEL;
  public static final Field ITEMS =
      Field.count("items", "条数", "条", "Items published on the channel");
  public static final Field BASIS =
      Field.text(
          "basis", "数据来源", "counted (from rows of exports) or declared (typed in by the town)");
  public static final Field APPROXIMATE = DeclaredFigures.APPROXIMATE;

  public static final Table TABLE =
      new Table(
          "publications_by_channel",
          "主动公开信息渠道统计",
          "One row per town, year and channel that has items or a declared figure",
          List.of(TOWN_CODE, YEAR, CHANNEL),
          List.of(
              TOWN_CODE, TOWN, YEAR, CHANNEL, ITEMS, BASIS, APPROXIMATE, Shared.labelOf(CHANNEL)));

  private PublicationsByChannel() {}
}

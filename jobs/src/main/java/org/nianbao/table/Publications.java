package org.nianbao.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.List;

/** Archive of publications: one row per item that an export lists on one channel. */
public final class Publications {
  public static final Field PUBLICATION_ID =
      Field.text(
          "publication_id", "索引号", "Index number of the item, where its catalogue gives one");
  public static final Field TITLE = Field.text("title", "信息名称", "Digest of the title of the item");
  public static final Field PUBLISHER = Field.text("publisher", "发布机构", "Agency that published it");
  public static final Field CATEGORY =
      Field.code("category", "publication_categories", "信息类别", "Category");
  public static final Field CHANNEL =
      Field.code("channel", "publication_channels", "发布渠道", "Channel");
  public static final Field PUBLISHED_ON = Field.date("published_on", "发布日期", "Day of publication");
  public static final Field CREATED_ON = Field.date("created_on", "成文日期", "Day the item was made");
  public static final Field DOCUMENT_NUMBER =
      Field.text("document_number", "文号", "Number of an official document");
  public static final Field URL = Field.text("url", "链接", "Address of the page");
  public static final Field INTERPRETS =
      Field.text("interprets", "解读对象", "Index number of the document that this item interprets");
  public static final Field IS_REPOST =
      Field.flag("is_repost", "是否转载", "Whether the item repeats another publisher's");

  /** A town's items on a channel are known by their index number, else by title and day. */
  public static final ArchiveTable ARCHIVE =
      new ArchiveTable(
          "publications",
          "主动公开信息",
          List.of(
              ExportColumn.of(PUBLICATION_ID, Content.IDENTIFIER),
              ExportColumn.of(TITLE, Content.FINGERPRINT),
              ExportColumn.unkept(PUBLISHER, Content.TEXT),
              ExportColumn.label(CATEGORY),
              ExportColumn.label(CHANNEL),
              ExportColumn.event(PUBLISHED_ON, Content.DATE),
              ExportColumn.of(CREATED_ON, Content.DATE),
              ExportColumn.of(DOCUMENT_NUMBER, Content.TEXT),
              ExportColumn.unkept(URL, Content.TEXT),
              ExportColumn.of(INTERPRETS, Content.TEXT),
              ExportColumn.of(IS_REPOST, Content.FLAG)),
          PUBLISHED_ON.name(),
          false,
          () ->
              List.of(
                  Shared.TOWN_CODE.col(),
                  CHANNEL.col(),
                  coalesce(
                      PUBLICATION_ID.col(), concat_ws("\u0000", TITLE.col(), PUBLISHED_ON.col()))));

  private Publications() {}
}

package org.nianbao.table;

import java.util.List;

/** Archive of disputes: one row per state of an administrative review or lawsuit. */
public final class Disputes {
  public static final Field CASE_ID = Field.text("case_id", "案号", "Number of the case");
  public static final Field KIND = Field.code("kind", "dispute_kinds", "案件类型", "Kind");
  public static final Field FILED_ON = Field.date("filed_on", "立案日期", "Day the case was filed");
  public static final Field OUTCOME = Field.code("outcome", "dispute_outcomes", "结果", "Outcome");

  public static final ArchiveTable ARCHIVE =
      new ArchiveTable(
          "disputes",
          "行政复议和行政诉讼",
          List.of(
              ExportColumn.of(CASE_ID, Content.IDENTIFIER),
              ExportColumn.label(KIND),
              ExportColumn.event(FILED_ON, Content.DATE),
              ExportColumn.label(OUTCOME)),
          FILED_ON.name(),
          true,
          () -> List.of(CASE_ID.col()));

  private Disputes() {}
}

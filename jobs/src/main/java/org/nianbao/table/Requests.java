package org.nianbao.table;

import java.util.List;

/** Archive of requests: one row per state of an application for information (依申请公开). */
public final class Requests {
  public static final Field REQUEST_ID = Field.text("request_id", "申请编号", "Number of the request");
  public static final Field APPLICANT_KIND =
      Field.text("applicant_kind", "申请人类型", "Kind of applicant, from seeds/applicant_kinds.csv");
  public static final Field CHANNEL =
      Field.text("channel", "申请方式", "How it came in, from seeds/request_channels.csv");
  public static final Field RECEIVED_ON = Field.date("received_on", "收到日期", "Day of receipt");
  public static final Field DECIDED_ON = Field.date("decided_on", "答复日期", "Day of the decision");
  public static final Field OUTCOME =
      Field.text("outcome", "办理结果", "Outcome, from seeds/request_rows.csv");
  public static final Field FEE = Field.number("fee", "收费金额", "Fee charged, in yuan");

  public static final ArchiveTable ARCHIVE =
      new ArchiveTable(
          "requests",
          "依申请公开",
          List.of(
              ExportColumn.of(REQUEST_ID, Content.IDENTIFIER),
              ExportColumn.label(APPLICANT_KIND, "applicant_kinds"),
              ExportColumn.label(CHANNEL, "request_channels"),
              ExportColumn.event(RECEIVED_ON, Content.DATE),
              ExportColumn.event(DECIDED_ON, Content.DATE),
              ExportColumn.label(OUTCOME, "request_rows"),
              ExportColumn.of(FEE, Content.NUMBER)),
          RECEIVED_ON.name(),
          () -> List.of(REQUEST_ID.col()));

  private Requests() {}
}

package org.nianbao.table;

import java.util.List;

/** Archive of requests: one row per state of an application for information (依申请公开). */
public final class Requests {
  public static final Field REQUEST_ID = Field.text("request_id", "申请编号", "Number of the request");
  public static final Field APPLICANT_KIND =
      Field.code("applicant_kind", "applicant_kinds", "申请人类型", "Kind of applicant");
  public static final Field CHANNEL =
      Field.code("channel", "request_channels", "申请方式", "How it came in");
  public static final Field RECEIVED_ON = Field.date("received_on", "收到日期", "Day of receipt");
  public static final Field DECIDED_ON = Field.date("decided_on", "答复日期", "Day of the decision");
  public static final Field OUTCOME = Field.code("outcome", "request_rows", "办理结果", "Outcome");
  public static final Field FEE = Field.number("fee", "收费金额", "Fee charged, in yuan");

  public static final Field DUE_ON =
      Field.date("due_on", "答复期限", "Day until which it must be answered, where the ledger says so");
  public static final Field EXTENDED =
      Field.flag("extended", "是否延期", "Whether the time for the answer was extended");

  public static final ArchiveTable ARCHIVE =
      new ArchiveTable(
          "requests",
          "依申请公开",
          List.of(
              ExportColumn.of(REQUEST_ID, Content.IDENTIFIER),
              ExportColumn.label(APPLICANT_KIND),
              ExportColumn.label(CHANNEL),
              ExportColumn.event(RECEIVED_ON, Content.DATE),
              ExportColumn.event(DECIDED_ON, Content.DATE),
              ExportColumn.label(OUTCOME),
              ExportColumn.of(FEE, Content.NUMBER),
              ExportColumn.of(DUE_ON, Content.DATE),
              ExportColumn.of(EXTENDED, Content.FLAG)),
          RECEIVED_ON.name(),
          true,
          () -> List.of(REQUEST_ID.col()));

  private Requests() {}
}

package org.nianbao.table;

import java.util.List;

/** Archive of 12345 tickets: one row per state of a work order (工单) that an export gives. */
public final class Tickets {
  public static final Field TICKET_ID = Field.text("ticket_id", "工单编号", "Number of the ticket");
  public static final Field TICKET_TYPE = Field.code("ticket_type", "ticket_types", "工单类型", "Type");
  public static final Field TICKET_SOURCE =
      Field.code("ticket_source", "ticket_sources", "工单来源", "Source");
  public static final Field RECEIVED_AT =
      Field.time("received_at", "受理时间", "When the ticket was received");
  public static final Field DUE_AT =
      Field.time(
          "due_at", "办理时限", "When it had to be closed; the whole day where no time is given");
  public static final Field CLOSED_AT = Field.time("closed_at", "办结时间", "When it was closed");
  public static final Field STATUS = Field.code("status", "ticket_statuses", "工单状态", "State");
  public static final Field SATISFACTION =
      Field.code("satisfaction", "ticket_satisfaction", "满意度", "Caller's rating");
  public static final Field RESOLVED =
      Field.flag("resolved", "是否解决", "Whether the matter was settled");
  public static final Field REOPENED =
      Field.flag("reopened", "是否重办", "Whether it was taken up again after it had been closed");
  public static final Field REPEATED =
      Field.flag("repeated", "是否重复", "Whether the same matter had come in before");
  public static final Field TOPIC = Field.text("topic", "诉求内容分类", "Topic as exported");

  public static final ArchiveTable ARCHIVE =
      new ArchiveTable(
          "tickets",
          "12345工单",
          List.of(
              ExportColumn.of(TICKET_ID, Content.IDENTIFIER),
              ExportColumn.label(TICKET_TYPE),
              ExportColumn.label(TICKET_SOURCE),
              ExportColumn.event(RECEIVED_AT, Content.TIME),
              ExportColumn.of(DUE_AT, Content.TIME),
              ExportColumn.event(CLOSED_AT, Content.TIME),
              ExportColumn.label(STATUS),
              ExportColumn.label(SATISFACTION),
              ExportColumn.of(REOPENED, Content.FLAG),
              ExportColumn.of(REPEATED, Content.FLAG),
              ExportColumn.unkept(RESOLVED, Content.FLAG),
              ExportColumn.unkept(TOPIC, Content.TEXT)),
          RECEIVED_AT.name(),
          false,
          () -> List.of(TICKET_ID.col()));

  private Tickets() {}
}

package org.nianbao.sample;

import static org.nianbao.sample.Column.column;

import java.util.List;
import java.util.Map;

/** The columns of the hotline's exports: other names, labels and dates every year. */
final class TicketLayouts {
  private static final Map<String, String> OLD_SOURCES =
      Map.of("电话热线", "电话", "门户网站", "网站", "微信", "微信平台");
  private static final Map<String, String> NEW_TYPES =
      Map.of("投诉", "投诉举报", "求助", "求决类", "建议", "意见建议", "举报", "违法举报");

  static final List<Column<Ticket>> OF_2014 =
      List.of(
          column("受理编号", Ticket::id),
          column("来电类别", t -> t.type() + "类"),
          column("来源", t -> OLD_SOURCES.get(t.source())),
          column("登记时间", t -> Written.SLASH_TIME.of(t.receivedAt())),
          column("办结时间", t -> Written.SLASH_TIME.of(t.closedAt())),
          column("状态", Ticket::status),
          column("诉求标题", Ticket::title));

  static final List<Column<Ticket>> OF_2015 =
      List.of(
          column("工单号", Ticket::id),
          column("所属镇街", TicketLayouts::shortTown),
          column("类型", Ticket::type),
          column("渠道来源", t -> OLD_SOURCES.get(t.source())),
          column("来电时间", t -> Written.SLASH_TIME.of(t.receivedAt())),
          column("结案时间", t -> Written.SLASH_TIME.of(t.closedAt())),
          column("办理状态", Ticket::status),
          column("诉求标题", Ticket::title));

  static final List<Column<Ticket>> OF_2016 =
      List.of(
          column("诉求编号", Ticket::id),
          column("诉求类型", t -> t.type() + "类"),
          column("受理渠道", Ticket::source),
          column("诉求时间", t -> Written.CHINESE_DAY.of(t.receivedAt())),
          column("应办结时间", t -> Written.CHINESE_DAY.of(t.dueAt())),
          column("完结时间", t -> Written.CHINESE_DAY.of(t.closedAt())),
          column("工单状态", t -> t.status().replace("已办结", "已完结")),
          column("市民满意度", Ticket::satisfaction),
          column("诉求标题", Ticket::title));

  static final List<Column<Ticket>> OF_2017 =
      List.of(
          column("工单编号", Ticket::id),
          column("工单类型", t -> t.type() + "类"),
          column("工单来源", Ticket::source),
          column("受理时间", t -> Written.ISO_TIME.of(t.receivedAt())),
          column("办结时间", t -> Written.ISO_TIME.of(t.closedAt())),
          column("工单状态", Ticket::status),
          column("诉求标题", Ticket::title),
          column("办理单位意见", t -> t.closedAt() == null ? "" : "已处理"));

  static final List<Column<Ticket>> OF_2018 =
      List.of(
          column("工单编号", Ticket::id),
          column("镇街", Ticket::town),
          column("工单类型", Ticket::type),
          column("工单来源", Ticket::source),
          Column.<Ticket>column("受理时间", t -> Written.ISO_TIME.of(t.receivedAt()))
              .typed("TIMESTAMP"),
          Column.<Ticket>column("办理时限", t -> Written.ISO_TIME.of(t.dueAt())).typed("TIMESTAMP"),
          Column.<Ticket>column("办结时间", t -> Written.ISO_TIME.of(t.closedAt())).typed("TIMESTAMP"),
          column("工单状态", Ticket::status),
          column("满意度", Ticket::satisfaction),
          column("诉求标题", Ticket::title));

  static final List<Column<Ticket>> OF_2019 =
      List.of(
          column("案件编号", Ticket::id),
          column("区域", Ticket::town),
          column("信件类型", Ticket::type),
          column("诉求渠道", Ticket::source),
          column("受理时间", t -> Written.ISO_TIME.of(t.receivedAt())),
          column("截止时间", t -> Written.ISO_TIME.of(t.dueAt())),
          column("办结时间", t -> Written.ISO_TIME.of(t.closedAt())),
          column("状态", t -> t.status().replace("办理中", "处理中")),
          column("满意情况", Ticket::satisfaction),
          column("诉求标题", Ticket::title));

  static final List<Column<Ticket>> OF_2020 =
      List.of(
          Column.<Ticket>column("工单编号", Ticket::id).typed("BIGINT"),
          column("诉求区域", Ticket::town),
          column("诉求类型", Ticket::type),
          column("受理渠道", t -> t.source().replace("APP", "粤省事")),
          column("受理时间", t -> Written.ISO_TIME.of(t.receivedAt())),
          column("办理截止时间", t -> Written.ISO_TIME.of(t.dueAt())),
          column("办结时间", t -> Written.ISO_TIME.of(t.closedAt())),
          column("办理状态", Ticket::status),
          column("满意度", Ticket::satisfaction),
          column("诉求标题", Ticket::title));

  static final List<Column<Ticket>> OF_2021 =
      List.of(
          column("工单编号", Ticket::id),
          column("镇街", Ticket::town),
          column("工单类型", t -> NEW_TYPES.getOrDefault(t.type(), t.type())),
          column("工单来源", t -> t.id().endsWith("99") ? "智能客服" : t.source()),
          column("受理时间", t -> Written.ISO_TIME.of(t.receivedAt())),
          column("办理时限", t -> Written.ISO_TIME.of(t.dueAt())),
          column("办结时间", t -> Written.ISO_TIME.of(t.closedAt())),
          column("工单状态", t -> t.status().replace("已办结", "已归档")),
          column("满意度", Ticket::satisfaction),
          column("诉求标题", Ticket::title));

  private TicketLayouts() {}

  private static String shortTown(Ticket ticket) {
    return ticket.town().equals("高埗镇")
        ? "高步"
        : ticket.town().substring(0, ticket.town().length() - 1);
  }
}

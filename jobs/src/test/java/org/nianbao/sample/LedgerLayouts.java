package org.nianbao.sample;

import static org.nianbao.sample.Column.column;

import java.util.List;

/** The columns of the ledgers that offices keep by hand. */
final class LedgerLayouts {
  static final List<Column<Request>> REQUESTS_UNTIL_2017 =
      List.of(
          column("申请编号", Request::id),
          column("镇街", Request::town),
          column("申请人类型", Request::applicantKind),
          column("申请方式", Request::channel),
          column("收到日期", r -> Written.SLASH_DAY.of(r.receivedOn())),
          column("答复日期", r -> Written.SLASH_DAY.of(r.decidedOn())),
          column("办理结果", Request::outcome),
          column("收费金额", r -> "0"));

  static final List<Column<Request>> REQUESTS_UNTIL_2019 =
      List.of(
          column("登记编号", Request::id),
          column("镇街", Request::town),
          column("申请人性质", Request::applicantKind),
          column("申请渠道", r -> r.channel().replace("网上申请", "网络申请")),
          column("申请日期", r -> Written.ISO_DAY.of(r.receivedOn())),
          column("办结日期", r -> Written.ISO_DAY.of(r.decidedOn())),
          column("答复结果", Request::outcome));

  /** 受理编号 and 受理日期 are also names of ticket columns. */
  static final List<Column<Request>> REQUESTS_UNTIL_2021 =
      List.of(
          column("受理编号", Request::id),
          column("镇街", Request::town),
          column("申请人类别", Request::applicantKind),
          column("接收渠道", Request::channel),
          column("受理日期", r -> Written.CHINESE_DAY.of(r.receivedOn())),
          column("答复日期", r -> Written.CHINESE_DAY.of(r.decidedOn())),
          column("处理结果", Request::outcome));

  static final List<Column<Dispute>> DISPUTES_UNTIL_2019 =
      List.of(
          column("案号", Dispute::id),
          column("镇街", Dispute::town),
          column("案件类型", Dispute::kind),
          column("立案日期", d -> Written.CHINESE_DAY.of(d.filedOn())),
          column("审理结果", Dispute::outcome));

  /** 案件编号, 类型 and 受理日期 are also names of ticket columns. */
  static final List<Column<Dispute>> DISPUTES_UNTIL_2021 =
      List.of(
          column("案件编号", Dispute::id),
          column("镇街", Dispute::town),
          column("类型", Dispute::kind),
          column("受理日期", d -> Written.ISO_DAY.of(d.filedOn())),
          column("结果", Dispute::outcome));

  static final List<Column<Declared>> DECLARED_UNTIL_2018 =
      List.of(
          column("镇街", Declared::town),
          column("年度", f -> String.valueOf(f.year())),
          column("指标", Declared::measure),
          column("分项", Declared::member),
          column("数值", f -> String.valueOf(f.value())),
          column("计量单位", Declared::unit),
          column("约数", f -> f.approximate() ? "是" : "否"),
          column("说明", Declared::note));

  static final List<Column<Declared>> DECLARED_UNTIL_2021 =
      List.of(
          column("单位", Declared::town),
          column("报告年度", f -> f.year() + "年"),
          column("指标名称", Declared::measure),
          column("分项名称", Declared::member),
          column("填报值", f -> String.valueOf(f.value())),
          column("数量单位", Declared::unit),
          column("是否约数", f -> f.approximate() ? "是" : "否"),
          column("备注", Declared::note));

  private LedgerLayouts() {}
}

package org.nianbao.bench;

import java.io.IOException;
import java.time.LocalDate;

/**
 * The tickets of one town and year as its hotline exports them in the January after. What was open
 * then stands again, closed, in the file of the next year. Of a thousand rows one is an exact copy
 * of the row before it and one has a fault; the last row is a total.
 */
final class TicketRows {
  private static final String HEADER = "工单编号,诉求类型,工单来源,受理时间,办理时限,办结时间,办理状态,满意度,诉求内容,答复内容\r\n";

  private static final int DAY = 86_400;

  /** One of so many is still open when the year is exported. */
  private static final int OPEN = 50;

  private static final int FAULT = 1000;
  private static final int COPY = 1000;

  private final long seed;
  private final ArchivePlan.Part part;
  private final Lines lines;

  TicketRows(long seed, ArchivePlan.Part part, Lines lines) {
    this.seed = seed;
    this.part = part;
    this.lines = lines;
  }

  void write() throws IOException {
    lines.text(HEADER);
    for (long row = 0; row < part.carried(); row++) {
      if (isOpen(row)) {
        write(part.year() - 1, row, true);
      }
    }
    for (long row = 0; row < part.tickets(); row++) {
      write(part.year(), row, false);
      if (row % COPY == COPY - 1) {
        write(part.year(), row, false);
      }
      if (row % FAULT == FAULT / 2) {
        writeFaulty(row);
      }
    }
    lines.text("合计,").number(part.tickets(), 9).text(",,,,,,,,\r\n");
  }

  private static boolean isOpen(long row) {
    return row % OPEN == OPEN / 2;
  }

  private void write(int year, long row, boolean later) throws IOException {
    Draws draws = new Draws(seed, part, year, row);
    number(year, row);
    labels(draws);
    LocalDate received = LocalDate.ofYearDay(year, 1 + draws.below(365));
    int second = 1 + draws.below(DAY - 1);
    moment(received, second);
    moment(received.plusDays(10), 18 * 3600);
    long closing = received.toEpochDay() * DAY + second + 60 + draws.below(12 * DAY);
    boolean open = isOpen(row) && !later;
    if (open) {
      lines.text(",办理中,,");
    } else {
      LocalDate end = later ? received.plusYears(1) : LocalDate.ofEpochDay(closing / DAY);
      moment(end, (int) (closing % DAY));
      lines.text("已办结,").text(draws.often("满意", "基本满意", "", "不满意")).text(",");
    }
    texts(draws);
  }

  private void writeFaulty(long row) throws IOException {
    Draws draws = new Draws(seed, part, part.year(), -1 - row);
    int fault = draws.below(4);
    if (fault == 0) {
      lines.text(",");
    } else {
      lines.text("X");
      number(part.year(), row);
    }
    labels(draws);
    lines.text(
        switch (fault) {
          case 0 -> part.year() + "-05-04 10:00:00,";
          case 1 -> ",";
          case 2 -> part.year() + "-02-30 10:00:00,";
          default -> "1917-05-04 10:00:00,";
        });
    lines.text(",,办理中,,");
    texts(draws);
  }

  private void number(int year, long row) throws IOException {
    lines.text("GD").number(year, 4).number(part.town(), 2).number(row, 8).text(",");
  }

  private void labels(Draws draws) throws IOException {
    lines.text(draws.often("投诉", "咨询", "求助", "建议", "举报")).text(",");
    lines.text(draws.often("电话热线", "微信", "门户网站", "APP")).text(",");
  }

  private void moment(LocalDate day, int second) throws IOException {
    lines.day(day).text(" ").time(second).text(",");
  }

  private void texts(Draws draws) throws IOException {
    lines.text("\"市民反映");
    lines.text(draws.any("小区楼下烧烤店", "学校门口", "工业区旁", "菜市场入口", "公园南侧")).number(draws.below(1000), 3);
    lines.text(
        draws.any(
            "号夜间噪音扰民，希望有关部门处理",
            "号路灯损坏\n具体位置在公交站旁，请尽快维修",
            "号物业公司收费不透明，称为\"\"服务费\"\"",
            "号希望增设健身器材\n并加强日常维护"));
    lines.text("\",\"");
    lines.text(draws.any("已转相关部门处理，并电话答复市民", "经核实情况属实，已责令整改", "已现场核查\n后续将加强巡查", ""));
    lines.text("\"\r\n");
  }
}

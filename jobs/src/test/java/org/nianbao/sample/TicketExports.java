package org.nianbao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The exports of the hotline: for every year the tickets received in it and, again, those of the
 * year before that were open at the last export. 寮步镇 has no export of 2016 and 高埗镇 half a year of
 * 2019.
 */
final class TicketExports {
  private static final String FOLDER = "12345热线/";

  private final List<Ticket> tickets;
  private final List<SampleFile> files = new ArrayList<>();

  private TicketExports(List<Volume> volumes) {
    this.tickets =
        volumes.stream()
            .flatMap(volume -> TicketYear.of(volume).stream())
            .sorted(Comparator.comparing(Ticket::receivedAt).thenComparing(Ticket::id))
            .toList();
  }

  static List<SampleFile> all(List<Volume> volumes) {
    TicketExports exports = new TicketExports(volumes);
    exports.of2014();
    exports.of2015();
    exports.of2016();
    exports.realYear();
    exports.of2017();
    exports.of2018();
    exports.of2019();
    exports.of2020();
    exports.of2021();
    return exports.files;
  }

  private void of2014() {
    for (String town : List.of("东坑镇", "寮步镇", "高埗镇")) {
      List<Ticket> rows = year(2014, of(town));
      boolean wrong = town.equals("高埗镇");
      add(
          "2014/" + town + "2014年工单.csv",
          FileForm.GB18030,
          Sheet.of(TicketLayouts.OF_2014, rows)
              .numbered()
              .total("合计", rows.size() + (wrong ? 1 : 0)),
          "town only in the file name; types with 类; 合计 row"
              + (wrong ? " that is one too high" : ""));
    }
  }

  private void of2015() {
    Sheet sheet =
        Sheet.of(TicketLayouts.OF_2015, year(2015, t -> true))
            .titled("2015年12345热线工单统计表")
            .titled("导出时间：2016-01-04");
    add(
        "2015/全市12345工单2015.csv",
        FileForm.UTF8_MARKED,
        sheet.changed(20, "所属镇街", "市直单位").changed(21, "所属镇街", "某某镇").total("总计", sheet.size()),
        "two title lines above the header; towns without 镇, 高埗 spelt 高步; two unknown towns; 总计 row;"
            + " open tickets of 2014 again");
  }

  private void of2016() {
    for (String town : List.of("东坑镇", "高埗镇")) {
      add(
          "2016/" + town + "/12345诉求清单.csv",
          FileForm.GB18030_SEMICOLON,
          Sheet.of(TicketLayouts.OF_2016, year(2016, of(town))),
          "town only in the folder; days without time; **no such file for 寮步镇**; open tickets of 2015"
              + " again");
    }
  }

  private void realYear() {
    List<Ticket> half =
        asOf(
            LocalDate.of(2017, 7, 4),
            of("东坑镇").and(t -> in(t, 2017) && t.receivedOn().getMonthValue() <= 6));
    add(
        "2017/东坑镇/2017年上半年工单.csv",
        FileForm.UTF8,
        Sheet.of(TicketLayouts.OF_2017, half),
        "half a year that the next file carries again, with later states");
    add(
        "2017/东坑镇/2017年工单明细.csv",
        FileForm.GB18030,
        Sheet.of(TicketLayouts.OF_2017, year(2017, of("东坑镇")))
            .numbered()
            .changed(40, "诉求标题", "反映\"夜间施工\"噪音问题\n请尽快处理")
            .changed(41, "办理单位意见", "已现场核查,已整改")
            .copied(30, 77, 150)
            .total("合计", Dongkeng2017.TICKETS.all().size()),
        "**real totals**; exact copies of three rows; a cell with quotes and a line break; 合计 row; open"
            + " tickets of 2016 again; some of 2017 still open");
    add(
        "2018/东坑镇2018年第一季度工单.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(
            TicketLayouts.OF_2017,
            asOf(LocalDate.of(2018, 3, 31), of("东坑镇").and(receivedOrOpenIn(2018)))),
        "open tickets of 2017 again: some closed by now, some unchanged, which are exact copies");
  }

  private void of2017() {
    add(
        "2017/寮步镇/2017年工单明细.csv",
        FileForm.GB18030,
        Sheet.of(TicketLayouts.OF_2017, year(2017, of("寮步镇"))).numbered(),
        "nothing of 2016 is carried");
    add(
        "2017/高埗镇/2017年工单明细.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(TicketLayouts.OF_2017, year(2017, of("高埗镇"))).numbered().copied(5),
        "an exact copy of a row; open tickets of 2016 again");
  }

  private void of2018() {
    add(
        "2018/全市12345工单2018.parquet",
        FileForm.PARQUET,
        Sheet.of(TicketLayouts.OF_2018, year(2018, t -> true)),
        "times are timestamps without zone; open tickets of 2017 again, all of 东坑镇 closed");
  }

  private void of2019() {
    String odd = "types 求助 and 表扬 are new; open tickets of 2018 again, unchanged ones are copies";
    Sheet liaobu = Sheet.of(TicketLayouts.OF_2019, year(2019, of("寮步镇")));
    add(
        "2019/东坑镇2019年工单.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(TicketLayouts.OF_2019, year(2019, of("东坑镇"))),
        odd);
    add(
        "2019/寮步镇2019年工单.csv",
        FileForm.GB18030,
        liaobu.split(33, "请处理").total("合计", liaobu.size()),
        odd + "; a row with a cell too many; 合计 row");
    add(
        "2019/高埗镇2019年1-6月工单.csv",
        FileForm.GB18030,
        Sheet.of(TicketLayouts.OF_2019, year(2019, of("高埗镇"))),
        odd + "; **only January to June**");
    add(
        "2019/常平镇2019年工单.csv",
        FileForm.GB18030,
        Sheet.of(TicketLayouts.OF_2019, year(2019, of("常平镇")))
            .changed(60, "案件编号", "")
            .changed(61, "受理时间", "2019-02-30 09:15:00")
            .changed(62, "受理时间", "待定"),
        odd + "; a row without number, two without a possible date");
  }

  private void of2020() {
    add(
        "2020/全市12345工单2020.parquet",
        FileForm.PARQUET,
        Sheet.of(TicketLayouts.OF_2020, year(2020, t -> true)),
        "numbers are 64-bit integers, times are text; open tickets of 2019 again");
  }

  private void of2021() {
    add(
        "2021/全市12345工单2021.csv",
        FileForm.UTF8,
        Sheet.of(TicketLayouts.OF_2021, year(2021, t -> true)).headerAgain(1200),
        "header again in the middle; other names of types (投诉举报, 求决类); source 智能客服 that no seed"
            + " knows; open tickets of 2020 again");
  }

  private void add(String name, FileForm form, Sheet sheet, String odd) {
    files.add(new SampleFile(FOLDER + name, form, sheet, odd));
  }

  private List<Ticket> year(int year, Predicate<Ticket> which) {
    return tickets.stream()
        .filter(which.and(receivedOrOpenIn(year)))
        .map(t -> t.asOf(exportDay(t.town(), year)))
        .toList();
  }

  private List<Ticket> asOf(LocalDate day, Predicate<Ticket> which) {
    return tickets.stream()
        .filter(which.and(t -> !t.receivedOn().isAfter(day)))
        .map(t -> t.asOf(day))
        .toList();
  }

  /** The day on which the hotline exports a year for a town. */
  private static LocalDate exportDay(String town, int year) {
    boolean half = town.equals("高埗镇") && year == 2019;
    return half ? LocalDate.of(2019, 7, 3) : LocalDate.of(year + 1, 1, 3);
  }

  private static Predicate<Ticket> receivedOrOpenIn(int year) {
    return t -> in(t, year) || (in(t, year - 1) && !t.endedBy(exportDay(t.town(), year - 1)));
  }

  private static Predicate<Ticket> of(String town) {
    return t -> t.town().equals(town);
  }

  private static boolean in(Ticket ticket, int year) {
    return ticket.receivedOn().getYear() == year;
  }
}

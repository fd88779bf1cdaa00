package org.nianbao.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the tickets that one town received in one year. */
final class TicketYear {
  private static final Mix TYPES = Mix.of("投诉 70|咨询 14|建议 8|举报 8");
  private static final Mix TYPES_SINCE_2019 = Mix.of("投诉 44|求助 22|咨询 20|举报 7|建议 5|表扬 2");
  private static final Mix SOURCES = Mix.of("电话热线 78|门户网站 10|微信 12");
  private static final Mix SOURCES_SINCE_2019 = Mix.of("电话热线 64|微信 18|APP 10|门户网站 5|领导信箱 3");
  private static final Mix RATINGS = Mix.of("未评价 45|满意 28|非常满意 15|基本满意 7|不满意 5");
  private static final Map<String, Integer> LIMITS = Map.of("投诉", 10, "举报", 15, "咨询", 5);
  private static final List<String> SUBJECTS =
      List.of(
          "噪音扰民", "占道经营", "路灯不亮", "违章停车", "工资拖欠", "积水内涝", "油烟污染", "垃圾清运", "供水不稳", "公交线路", "入学政策",
          "社保办理");

  private final Volume volume;
  private final Draws draws;

  private TicketYear(Volume volume) {
    this.volume = volume;
    this.draws = Draws.of(volume.town(), volume.year(), "tickets");
  }

  static List<Ticket> of(Volume volume) {
    return new TicketYear(volume).tickets();
  }

  private List<Ticket> tickets() {
    List<String> cells = cells();
    List<LocalDate> days =
        YearDays.of(
            draws, volume.year(), volume.ticketMonths(), volume.tickets(), YearDays.CALLING);
    List<Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int cross = cells.get(i).indexOf('×');
      String type = cells.get(i).substring(0, cross);
      tickets.add(ticket(i + 1, type, cells.get(i).substring(cross + 1), days.get(i)));
    }
    return tickets;
  }

  private List<String> cells() {
    if (volume.isReal()) {
      List<String> cells = Dongkeng2017.TICKETS.all();
      draws.shuffle(cells);
      return cells;
    }
    boolean late = volume.year() >= 2019;
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < volume.tickets(); i++) {
      String type = (late ? TYPES_SINCE_2019 : TYPES).draw(draws);
      cells.add(type + "×" + (late ? SOURCES_SINCE_2019 : SOURCES).draw(draws));
    }
    return cells;
  }

  private Ticket ticket(int number, String type, String source, LocalDate day) {
    LocalDateTime received = day.atTime(draws.between(8, 20), draws.below(60), draws.below(60));
    int limit = LIMITS.getOrDefault(type, 10);
    boolean withdrawn = !volume.isReal() && draws.chance(2);
    LocalDateTime closed = closed(received, limit);
    return new Ticket(
        volume.town(),
        id(day, number),
        type,
        source,
        "反映" + draws.pick(SUBJECTS) + "问题",
        received,
        day.plusDays(limit).atTime(18, 0),
        closed,
        withdrawn && closed != null,
        withdrawn || closed == null ? "" : RATINGS.draw(draws));
  }

  /** Most are closed in time, some late, a few only next year; in the real year all are closed. */
  private LocalDateTime closed(LocalDateTime received, int limit) {
    int luck = draws.below(100);
    if (luck < 1 && !volume.isReal()) {
      return null;
    }
    int days = draws.between(0, limit);
    if (luck < 4) {
      days = draws.between(120, volume.isReal() ? 200 : 460);
    } else if (luck < 14) {
      days = draws.between(limit + 1, limit + 25);
    }
    return received.plusDays(days).plusMinutes(draws.between(20, 170)).withSecond(draws.below(60));
  }

  /** Numbers are unique in the city: day, town, running number. */
  private String id(LocalDate day, int number) {
    String running = String.valueOf(10_000 + number).substring(1);
    return Written.COMPACT_DAY.of(day) + volume.townDigits() + running;
  }
}

package org.nianbao.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Spreads events over a year as offices do: every month has some, weekends few. */
final class YearDays {
  static final Mix PUBLISHING = Mix.of("1 6|2 4|3 9|4 8|5 8|6 8|7 7|8 7|9 9|10 7|11 9|12 12");
  static final Mix CALLING = Mix.of("1 6|2 4|3 8|4 8|5 9|6 10|7 11|8 10|9 9|10 8|11 7|12 7");

  private YearDays() {}

  /**
   * Days in order. With at least as many events as months, no month is without one.
   *
   * @param months how many months of the year there are, from January
   */
  static List<LocalDate> of(Draws draws, int year, int months, int count, Mix season) {
    List<LocalDate> days = new ArrayList<>();
    for (int month = 1; month <= months && days.size() < count && count >= months; month++) {
      days.add(day(draws, YearMonth.of(year, month)));
    }
    while (days.size() < count) {
      int month = Integer.parseInt(season.draw(draws));
      if (month <= months) {
        days.add(day(draws, YearMonth.of(year, month)));
      }
    }
    Collections.sort(days);
    return days;
  }

  private static LocalDate day(Draws draws, YearMonth month) {
    LocalDate day = month.atDay(draws.between(1, month.lengthOfMonth()));
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend && draws.chance(80) ? month.atDay(draws.between(1, month.lengthOfMonth())) : day;
  }
}

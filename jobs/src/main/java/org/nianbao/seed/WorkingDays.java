package org.nianbao.seed;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The official working days: weekdays without the holidays that the State Council announces for
 * each year, with the weekends that are worked instead (调休). Known are the years whose announcement
 * the calendar has; of other years nothing is guessed.
 */
public final class WorkingDays {
  /** The first day that the calendar has; the arrangement of 2002 begins with it. */
  private static final LegalHoliday EARLIEST = LegalHoliday.fromYmd(2001, 12, 29);

  /**
   * A month is the number of working days before it, above so many bits for its days: 1 for working
   * ones.
   */
  public static final int BITS = 31;

  private final int firstYear;
  private final long[] months;

  private WorkingDays(int firstYear, long[] months) {
    this.firstYear = firstYear;
    this.months = months;
  }

  /** Reads the calendar. */
  public static WorkingDays official() {
    return Holder.OFFICIAL;
  }

  /** The first year that is known. */
  public int firstYear() {
    return firstYear;
  }

  /** The months from January of the first year to December of the last; see {@link #BITS}. */
  public long[] months() {
    return months.clone();
  }

  private static WorkingDays read() {
    Map<LocalDate, Boolean> announced = new HashMap<>();
    TreeSet<Integer> years = new TreeSet<>();
    for (LegalHoliday day = EARLIEST; day != null; day = day.next(1)) {
      LocalDate date = date(day.getDay());
      announced.put(date, day.isWork());
      // National Day is in every announcement; a day of 2001 alone is part of that of 2002.
      if (date.getMonthValue() == 10) {
        years.add(date.getYear());
      }
    }
    long[] months = new long[(years.last() - years.first() + 1) * 12];
    long before = 0;
    for (int i = 0; i < months.length; i++) {
      YearMonth month = YearMonth.of(years.first() + i / 12, i % 12 + 1);
      long days = days(month, announced);
      months[i] = before << BITS | days;
      before += Long.bitCount(days);
    }
    return new WorkingDays(years.first(), months);
  }

  private static long days(YearMonth month, Map<LocalDate, Boolean> announced) {
    long days = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      if (announced.getOrDefault(date, weekday(date))) {
        days |= 1L << (day - 1);
      }
    }
    return days;
  }

  private static LocalDate date(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
  }

  private static boolean weekday(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static final class Holder {
    static final WorkingDays OFFICIAL = read();
  }
}

package org.nianbao.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Days that the State Council's notices name (国办发明电〔2016〕17号 for 2017, 国办发明电〔2020〕1号 for 2020). */
class WorkingDaysTest {
  private final WorkingDays days = WorkingDays.official();

  @Test
  void shouldRestOnHolidaysAndWorkOnTheWeekendsThatWereMoved() {
    assertThat(worked("2017-09-29", "2017-09-30", "2017-10-09")).containsOnly(true);
    assertThat(worked("2017-10-01", "2017-10-04", "2017-10-08", "2017-10-14")).containsOnly(false);
    assertThat(worked("2019-12-29", "2020-01-19", "2020-02-03")).containsExactly(false, true, true);
  }

  @Test
  void shouldKnowTheLongerSpringFestivalOf2020() {
    assertThat(worked("2020-01-31")).containsOnly(false);
  }

  @Test
  void shouldKnowWholeYearsOnly() {
    assertThat(days.firstYear()).isEqualTo(2002);
    assertThat(days.months().length % 12).isZero();
    assertThat(days.months().length / 12).isGreaterThanOrEqualTo(25);
  }

  @Test
  void shouldCountEachWorkingDayOnce() {
    long[] months = days.months();
    for (int i = 1; i < months.length; i++) {
      long ofMonth = Long.bitCount(months[i - 1] & ((1L << WorkingDays.BITS) - 1));
      assertThat(months[i] >> WorkingDays.BITS)
          .isEqualTo((months[i - 1] >> WorkingDays.BITS) + ofMonth);
      assertThat(ofMonth).isBetween(14L, 24L);
    }
  }

  private boolean[] worked(String... dates) {
    boolean[] worked = new boolean[dates.length];
    for (int i = 0; i < dates.length; i++) {
      LocalDate date = LocalDate.parse(dates[i]);
      YearMonth month = YearMonth.from(date);
      long days =
          this.days
              .months()[(month.getYear() - this.days.firstYear()) * 12 + month.getMonthValue() - 1];
      worked[i] = (days >> (date.getDayOfMonth() - 1) & 1) == 1;
    }
    return worked;
  }
}

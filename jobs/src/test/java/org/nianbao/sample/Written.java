package org.nianbao.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** The ways in which systems and clerks write a date; no date is an empty cell. */
enum Written {
  ISO_TIME("uuuu-MM-dd HH:mm:ss"),
  ISO_DAY("uuuu-MM-dd"),
  SLASH_TIME("uuuu/M/d H:mm"),
  SLASH_DAY("uuuu/M/d"),
  CHINESE_DAY("uuuu年M月d日"),
  COMPACT_DAY("uuuuMMdd");

  private final DateTimeFormatter formatter;

  Written(String pattern) {
    this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  String of(LocalDateTime time) {
    return text(time);
  }

  String of(LocalDate day) {
    return day == null ? "" : text(day.atTime(9, 0));
  }

  private String text(TemporalAccessor time) {
    return time == null ? "" : formatter.format(time);
  }
}

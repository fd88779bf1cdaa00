package org.nianbao.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A date as an export writes it, in the pattern letters of java.time. */
public final class DatePattern {
  /** No two parts of it are equal, so that a pattern that mixes them up gives another day. */
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2017, 3, 25, 16, 41, 38, 0, ZoneOffset.UTC);

  private static final List<ChronoField> HOURS =
      List.of(
          ChronoField.HOUR_OF_DAY,
          ChronoField.CLOCK_HOUR_OF_DAY,
          ChronoField.HOUR_OF_AMPM,
          ChronoField.CLOCK_HOUR_OF_AMPM,
          ChronoField.MINUTE_OF_HOUR);

  private DatePattern() {}

  /**
   * Reads texts of a pattern. Two-digit years are those of this century. A day that the calendar
   * does not have is refused; it would else become another day.
   *
   * @throws IllegalArgumentException if the letters are none that java.time knows
   */
  public static DateTimeFormatter reader(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Why no day can be read by a pattern, in words that follow it; empty if one can. */
  static Optional<String> fault(String pattern) {
    try {
      DateTimeFormatter reader = reader(pattern);
      TemporalAccessor read = reader.parse(reader.format(SAMPLE));
      LocalDate day = read.query(TemporalQueries.localDate());
      if (!SAMPLE.toLocalDate().equals(day)) {
        return Optional.of("gives no day; year, month and day are y, M and d");
      }
      LocalTime time = read.query(TemporalQueries.localTime());
      return HOURS.stream().anyMatch(read::isSupported)
              && (time == null || time.getHour() != SAMPLE.getHour())
          ? Optional.of("gives no time of day; H is the hour, h the hour with a for AM or PM")
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.of("is no pattern of java.time (" + e.getMessage() + ")");
    }
  }
}

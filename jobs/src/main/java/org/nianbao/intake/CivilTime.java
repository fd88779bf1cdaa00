package org.nianbao.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.seed.LabelText;

/**
 * A civil date, with a time of day where the text gives one: year first, always with four digits.
 *
 * <p>Known forms: {@code 2017-03-05}, {@code 2017/3/5}, {@code 2017.3.5}, {@code 2017年3月5日} and
 * {@code 20170305}, alone or with a time of day ({@code 8:03}, {@code T08:03:07.5}, {@code 8时3分})
 * and an offset ({@code Z}, {@code +08:00}); {@code 20170305080307}; Excel's count of days ({@code
 * 42799.335}, the fraction being the time of day); Unix seconds and milliseconds. What carries an
 * offset, and Unix time, is turned into the civil time of the source. Two-digit years and the order
 * of day and month are never guessed. A date that the calendar does not have is no date.
 *
 * @param day the date
 * @param time the time of day, or null where the text gives a date only
 */
record CivilTime(LocalDate day, LocalTime time) {
  private static final List<Pattern> DAYS =
      List.of(
          Pattern.compile("(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})"),
          Pattern.compile(
              "(?<year>\\d{4})\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})\\s*[日号]"),
          Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?=\\D|\\d{6}$|$)"));

  private static final String OFFSET = "\\s*(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?";
  private static final List<Pattern> TIMES =
      List.of(
          Pattern.compile(
              "(?:T|\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{1,2})"
                  + "(?::(?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?"
                  + OFFSET),
          Pattern.compile(
              "\\s*(?<hour>\\d{1,2})[时点](?:(?<minute>\\d{1,2})分(?:(?<second>\\d{1,2})秒)?)?"
                  + OFFSET),
          Pattern.compile("(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<offset>)"));

  private static final Pattern NUMBER = Pattern.compile("\\d{5,13}(?:\\.\\d{1,20})?");

  /** Excel counts from here; it takes 1900 for a leap year, which no day of this century shows. */
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(24 * 60 * 60);

  /**
   * Reads a text.
   *
   * @param zone the civil zone of the source
   * @return empty if the text is in no known form
   */
  static Optional<CivilTime> parse(String text, ZoneId zone) {
    String clean = LabelText.clean(text);
    try {
      CivilTime common = common(clean);
      if (common != null) {
        return Optional.of(common);
      }
      for (Pattern form : DAYS) {
        Matcher date = form.matcher(clean);
        if (date.lookingAt()) {
          LocalDate day = LocalDate.of(part(date, "year"), part(date, "month"), part(date, "day"));
          String rest = clean.substring(date.end());
          return rest.isEmpty() ? Optional.of(new CivilTime(day, null)) : at(day, rest, zone);
        }
      }
      return NUMBER.matcher(clean).matches()
          ? counted(new BigDecimal(clean), zone)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The form of nearly all texts, {@code 2017-03-05 08:03:07} or without its end; null of others.
   * It says what the patterns say, and sooner.
   */
  private static CivilTime common(String text) {
    int length = text.length();
    boolean fits =
        (length == 10 || length == 16 || length == 19)
            && (text.charAt(4) == '-' || text.charAt(4) == '/' || text.charAt(4) == '.')
            && text.charAt(7) == text.charAt(4)
            && (length == 10
                || ((text.charAt(10) == ' ' || text.charAt(10) == 'T') && text.charAt(13) == ':'))
            && (length < 19 || text.charAt(16) == ':');
    if (!fits) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = length == 10 ? 0 : number(text, 11, 13);
    int minute = length == 10 ? 0 : number(text, 14, 16);
    int second = length < 19 ? 0 : number(text, 17, 19);
    if ((year | month | day | hour | minute | second) < 0) {
      return null;
    }
    return new CivilTime(
        LocalDate.of(year, month, day), length == 10 ? null : LocalTime.of(hour, minute, second));
  }

  /** The number between two places; negative where something else than digits is there. */
  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int i = begin; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /**
   * A date that a pattern has read.
   *
   * @param zone the civil zone of the source, for texts with an offset
   */
  static CivilTime of(TemporalAccessor read, ZoneId zone) {
    LocalDate day = read.query(TemporalQueries.localDate());
    LocalTime time = read.query(TemporalQueries.localTime());
    ZoneId own = read.query(TemporalQueries.zone());
    return own == null || time == null
        ? new CivilTime(day, time)
        : of(day.atTime(time).atZone(own).withZoneSameInstant(zone).toLocalDateTime());
  }

  /** The first moment that the text can mean. */
  LocalDateTime start() {
    return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  /** The last second that the text can mean: a date alone is the whole day. */
  LocalDateTime end() {
    return day.atTime(time == null ? LocalTime.of(23, 59, 59) : time);
  }

  private static Optional<CivilTime> at(LocalDate day, String rest, ZoneId zone) {
    for (Pattern form : TIMES) {
      Matcher time = form.matcher(rest);
      if (time.matches()) {
        LocalDateTime local =
            day.atTime(part(time, "hour"), part(time, "minute"), part(time, "second"));
        String offset = time.group("offset");
        return Optional.of(
            of(
                offset == null || offset.isEmpty()
                    ? local
                    : local
                        .atOffset(ZoneOffset.of(offset))
                        .atZoneSameInstant(zone)
                        .toLocalDateTime()));
      }
    }
    return Optional.empty();
  }

  /** A bare number: a serial or Unix time, each only where it means a day of this century. */
  private static Optional<CivilTime> counted(BigDecimal number, ZoneId zone) {
    int digits = number.precision() - number.scale();
    if (digits == 5) {
      return serial(number);
    }
    BigDecimal seconds = digits > 10 ? number.movePointLeft(3) : number;
    if (digits < 9) {
      return Optional.empty();
    }
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds.longValue()), zone);
    return Optional.of(of(local)).filter(CivilTime::isOfThisCentury);
  }

  private static Optional<CivilTime> serial(BigDecimal serial) {
    BigDecimal days = serial.setScale(0, RoundingMode.DOWN);
    // Excel keeps a double: the second is what its fraction can tell.
    long seconds =
        serial
            .subtract(days)
            .multiply(SECONDS_OF_DAY)
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDate day = EXCEL_EPOCH.plusDays(days.longValue());
    CivilTime found =
        seconds == 0 ? new CivilTime(day, null) : of(day.atStartOfDay().plusSeconds(seconds));
    return Optional.of(found).filter(CivilTime::isOfThisCentury);
  }

  private boolean isOfThisCentury() {
    return day.getYear() >= 2000 && day.getYear() < 2100;
  }

  private static CivilTime of(LocalDateTime local) {
    return new CivilTime(local.toLocalDate(), local.toLocalTime());
  }

  private static int part(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}

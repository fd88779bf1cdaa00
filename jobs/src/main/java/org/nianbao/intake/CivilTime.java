package org.nianbao.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nianbao.seed.LabelText;

/**
 * Reads the dates that offices write: year first, always with four digits.
 *
 * <p>Known forms, each with or without a time of day: {@code 2017-03-05}, {@code 2017/3/5}, {@code
 * 2017.3.5}, {@code 2017年3月5日}, {@code 20170305}, and ISO 8601 with an offset, which is turned into
 * the civil time of the source. A date that the calendar does not have is no date.
 */
final class CivilTime {
  private static final String TIME_OF_DAY = "[ ]['T'][H:m[:s]]";

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("uuuu-M-d" + TIME_OF_DAY),
          form("uuuu/M/d" + TIME_OF_DAY),
          form("uuuu年M月d日" + TIME_OF_DAY),
          form("uuuu.M.d" + TIME_OF_DAY),
          form("uuuuMMdd" + TIME_OF_DAY));

  private CivilTime() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .optionalStart()
        .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
        .optionalEnd()
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * A date with time of day; midnight where the text gives a date only.
   *
   * @param zone the civil zone of the source, for texts that carry an offset
   */
  static Optional<LocalDateTime> parse(String text, ZoneId zone) {
    String clean = LabelText.clean(text);
    for (DateTimeFormatter form : FORMS) {
      try {
        TemporalAccessor parsed = form.parseBest(clean, LocalDateTime::from, LocalDate::from);
        return Optional.of(
            parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed);
      } catch (DateTimeParseException e) {
        // The next form may fit.
      }
    }
    try {
      return Optional.of(OffsetDateTime.parse(clean).atZoneSameInstant(zone).toLocalDateTime());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

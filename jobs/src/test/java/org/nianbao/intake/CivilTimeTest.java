package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nianbao.testing.Escapes;

class CivilTimeTest {
  private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvFileSource(resources = "dates.tsv", delimiter = '\t', numLinesToSkip = 1)
  void shouldReadTheFormsThatOfficesWrite(String text, LocalDateTime start, LocalDateTime end) {
    Optional<CivilTime> time = CivilTime.parse(Escapes.read(text), CIVIL);

    assertThat(time.map(CivilTime::start)).isEqualTo(Optional.of(start));
    assertThat(time.map(CivilTime::end)).isEqualTo(Optional.of(end == null ? start : end));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "no-dates.tsv", delimiter = '\t', numLinesToSkip = 1)
  void shouldNotGuess(String text, String why) {
    assertThat(CivilTime.parse(text, CIVIL)).as(why).isEmpty();
  }

  /** Any minute of this century, in any style, is read as that minute. */
  @Test
  void shouldReadEveryStyleOfTheSameMoment() {
    Random random = new Random(20171231);
    for (int i = 0; i < 2000; i++) {
      LocalDateTime time =
          LocalDateTime.of(2000, 1, 1, 0, 1).plusMinutes(random.nextInt(50 * 365 * 24 * 60));
      for (String text : styles(time)) {
        assertThat(CivilTime.parse(text, CIVIL).map(CivilTime::start))
            .as(text)
            .isEqualTo(Optional.of(time));
      }
    }
  }

  private static List<String> styles(LocalDateTime time) {
    long seconds = time.atZone(CIVIL).toEpochSecond();
    double serial =
        ChronoUnit.MINUTES.between(LocalDateTime.of(1899, 12, 30, 0, 0), time) / (24 * 60.0);
    List<String> styles =
        new ArrayList<>(
            List.of(
                time.toString(),
                time.atZone(CIVIL).toOffsetDateTime().toString(),
                Instant.ofEpochSecond(seconds).toString(),
                Long.toString(seconds),
                seconds + "000",
                Double.toString(serial)));
    for (String pattern :
        List.of(
            "uuuu-MM-dd HH:mm:ss",
            "uuuu/M/d H:mm",
            "uuuu.MM.dd HH:mm",
            "uuuu年M月d日 H时m分",
            "uuuuMMddHHmmss")) {
      styles.add(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time));
    }
    return styles;
  }
}

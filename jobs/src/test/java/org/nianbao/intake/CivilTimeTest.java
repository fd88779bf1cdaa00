package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

  @Test
  void shouldReadTheCommonFormAsTheLibraryOfJavaDoes() {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String text =
          "20%02d-%02d-%02dT%02d:%02d:%02d"
              .formatted(
                  random.nextInt(30),
                  random.nextInt(14),
                  random.nextInt(33),
                  random.nextInt(26),
                  random.nextInt(62),
                  random.nextInt(62));
      Optional<LocalDateTime> expected = iso(text);
      read += expected.isPresent() ? 1 : 0;
      String said =
          text.replace('T', random.nextBoolean() ? ' ' : 'T').replace('-', "-/.".charAt(i % 3));
      assertThat(CivilTime.parse(said, ZoneOffset.UTC).map(CivilTime::start))
          .as(said)
          .isEqualTo(expected);
      assertThat(CivilTime.parse(said.replace(':', '：') + "x", ZoneOffset.UTC)).isEmpty();
    }
    assertThat(read).isBetween(5_000, 19_000);
  }

  private static Optional<LocalDateTime> iso(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
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
}

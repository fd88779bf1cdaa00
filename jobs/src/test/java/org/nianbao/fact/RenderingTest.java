package org.nianbao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {
  @ParameterizedTest
  @CsvSource({
    "1371, 条, 1371条",
    "1000, 宗, 1000宗",
    "5.57, 天, 5.57天",
    "5.50, 天, 5.5天",
    "0, 元, 0元",
    "0.325581, %, 32.6%",
    "0.32, %, 32%",
    "1, %, 100%",
    "0, %, 0%",
    "-0.186814, 个百分点, -18.7个百分点",
    "1.121711, %, 112.2%",
  })
  void shouldPrintNumbersWithTheirUnit(BigDecimal value, String unit, String printed) {
    assertThat(Rendering.of(value, unit)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9996, 99.96%",
    "0.99996, 99.996%",
    "0.999999, 99.9999%",
    "0.0004, 0.04%",
    "0.0005, 0.1%",
    "1.0004, 100.04%",
  })
  void shouldNotPrintAllOrNothingForWhatIsNot(BigDecimal value, String printed) {
    assertThat(Rendering.of(value, Rendering.PERCENT)).isEqualTo(printed);
  }
}

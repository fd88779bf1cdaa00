package org.nianbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1371      | 1371
          1,371     | 1371
          1 371     | 1371
          0.50      | 0.50
          -2        | -2
          两        | 2
          十        | 10
          一百零二  | 102
          两千零五  | 2005
          二〇一七  | 2017
          十二万    | 120000
          一亿零三百万 | 103000000
          """)
  void shouldReadWhatReportsWrite(String text, BigDecimal value) {
    assertThat(Numeral.of(text)).contains(value);
  }

  @ParameterizedTest
  @CsvSource({"''", "/", "无", "12件", "'1,37'", "一百二", "1.2.3", "约5"})
  void shouldReadNothingElse(String text) {
    assertThat(Numeral.of(text)).isEmpty();
  }
}

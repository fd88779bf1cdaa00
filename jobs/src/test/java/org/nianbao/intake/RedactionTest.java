package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          请回电13800138000谢谢        | 请回电138********谢谢
          138-0013-8000              | 138**********
          +86 13800138000            | +86************
          0769-83381506              | 076**********
          身份证44190019900101123X    | 身份证441***************
          someone@example.org        | som****************
          201703051234567890123      | 201703051234567890123
          DK-2017-00013800138000     | DK-2017-00013800138000
          2017年2月30日               | 2017年2月30日
          """)
  void shouldMaskWhatTellsWhoAPersonIsAndNothingElse(String text, String masked) {
    assertThat(Redaction.of(Rule.BAD_DATE, text)).isEqualTo(masked);
  }

  @Test
  void shouldKeepOnlyTheBeginningOfARecordWhoseQuotesAreBroken() {
    assertThat(Redaction.of(Rule.UNTERMINATED_QUOTE, "A2,东坑,\"投诉人某某住在某路某号")).isEqualTo("A2,东坑,…");
  }
}

package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.testing.Project;

class RedactionTest {
  private static final ShownValue SHOWN = new ShownValue(Project.seeds().marks("plain"));

  @ParameterizedTest(name = "{index}")
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
    assertThat(Redaction.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          噪音污染                              | 噪音污染
          行政许可和其他对外管理服务事项            | 行政许可和其他对外管理服务事项
          Public Works-Street, Traffic          | Public Works-Street, Traffic
          楼下烧烤店油烟扰民,请尽快处理             | …
          路灯坏了!                             | …
          东坑镇幸福路99号                        | …
          3栋801                               | …
          张某13800138000                       | …
          83381506                              | …
          12345热线                              | 12345热线
          """)
  void shouldTellALabelFromWhatSomebodyWrote(String text, String kept) {
    assertThat(Redaction.label(text)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"BAD_DATE", "DATE_OUT_OF_RANGE", "BAD_NUMBER", "BAD_YEAR"})
  void shouldShowOfADateOrNumberWhatOneIsMadeOf(Rule rule) {
    assertThat(SHOWN.of(rule, "2017年2月30日 下午3点")).isEqualTo("2017年2月30日 下午3点");
    assertThat(SHOWN.of(rule, "31 Sep 2017 8:00 AM")).isEqualTo("31 Sep 2017 8:00 AM");
    assertThat(SHOWN.of(rule, "20171301")).isEqualTo("20171301");
    assertThat(SHOWN.of(rule, "1371条")).isEqualTo("1371条");
    assertThat(SHOWN.of(rule, "欧阳某住幸福路9号")).isEqualTo("*******9号");
    assertThat(SHOWN.of(rule, "John Smith")).isEqualTo("**** *****");
    assertThat(SHOWN.of(rule, "83381506")).isEqualTo("833*****");
    assertThat(SHOWN.of(rule, "13800138000")).isEqualTo("138********");
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A2,东坑,"投诉人某某住在某路某号      | A2,…
          欧阳某,13800138000,"             | …
          13800138000,东坑,"               | …
          """)
  void shouldKeepOnlyTheNumberOfARecordWhoseQuotesAreBroken(String record, String kept) {
    assertThat(SHOWN.of(Rule.UNTERMINATED_QUOTE, record)).isEqualTo(kept);
  }

  @Test
  void shouldTellIdentifiersApartWithoutKeepingThoseOfPersons() {
    assertThat(Redaction.identifier("DK-2017-00013800138000")).isEqualTo("DK-2017-00013800138000");
    assertThat(Redaction.identifier("（2017）粤19行初12号")).isEqualTo("（2017）粤19行初12号");
    assertThat(Redaction.identifier("13800138000"))
        .matches("#[0-9a-f]{24}")
        .isEqualTo(Redaction.identifier("13800138000"))
        .isNotEqualTo(Redaction.identifier("13800138001"));
    assertThat(Redaction.identifier("欧阳某")).startsWith("#");
  }

  @Test
  void shouldKnowATitleOfAnotherYearByTheFirstOfTwoDigests() {
    String one = Redaction.fingerprint("2017年工作总结");
    String other = Redaction.fingerprint("2018年工作总结");

    assertThat(one).isNotEqualTo(other).matches("#[0-9a-f]{12}\\.[0-9a-f]{24}");
    assertThat(one.substring(0, 13)).isEqualTo(other.substring(0, 13));
  }

  @Test
  void shouldKeepWordsThatStandBesideNumbersInLowerCase() {
    assertThat(SHOWN.words())
        .contains("年", "am")
        .allMatch(w -> w.equals(w.toLowerCase(Locale.ROOT)));
  }

  @Test
  void shouldMissNothingByLookingBeforehand() {
    Random random = new Random(11);
    String letters = "0011388886123456789--  +xXa号@.";
    int personal = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 8 + random.nextInt(20);
      while (text.length() < length) {
        // Longer runs of digits than chance would make.
        text.append(
            random.nextInt(4) == 0
                ? String.valueOf(letters.charAt(random.nextInt(letters.length())))
                : String.valueOf(1_300_000_000_000L + random.nextLong(9_000_000_000L))
                    .substring(random.nextInt(13)));
      }
      boolean found = Redaction.hasPersonal(text.toString());
      personal += found ? 1 : 0;
      assertThat(Redaction.isPersonal(text.toString())).as("%s", text).isEqualTo(found);
    }
    assertThat(personal).as("texts with a number to hide").isGreaterThan(2_000);
  }
}

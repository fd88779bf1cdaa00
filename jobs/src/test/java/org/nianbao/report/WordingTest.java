package org.nianbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.Project;

class WordingTest {
  private final Seeds seeds = Project.seeds();
  private final Wording wording = Wording.of(seeds);

  @Test
  void shouldNameEachMemberAsItsListKnowsIt() {
    seeds
        .rows("report_labels")
        .forEach(
            row ->
                assertThat(seeds.vocabulary(row.get("list")).code(row.get("member")))
                    .as(row.place())
                    .contains(row.get("member_code")));
  }

  @Test
  void shouldFoldRadicalsFullWidthFormsAndBlanks() {
    assertThat(wording.plain("⻓ 安镇 ⼀、“⾏政”　１ ３７１ 条")).isEqualTo("长安镇一、行政1 371条");
  }

  @Test
  void shouldReadTheRowsOfTheRequestTableWhateverTheirPunctuation() {
    assertThat(
            wording.requestRows().stream()
                .filter(row -> row.isNamed("3．危及\"三安全一稳定\"") || row.isNamed("(七)总计"))
                .map(RequestRow::code))
        .containsExactly("refused_three_securities", "total");
  }
}

package org.nianbao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @RepeatedTest(200)
  void shouldAddUpToTheWholeAndStayWithinOneUnit(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Integer> counts =
        random.ints(1 + random.nextInt(30), 0, 1 + random.nextInt(2000)).boxed().toList();
    int total = counts.stream().mapToInt(Integer::intValue).sum();
    if (total == 0) {
      return;
    }
    List<BigDecimal> shares =
        counts.stream()
            .map(BigDecimal::valueOf)
            .map(count -> count.divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_UP))
            .toList();

    List<BigDecimal> printed = Apportionment.percentages(shares, 1);

    assertThat(printed.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(HUNDRED);
    for (int i = 0; i < shares.size(); i++) {
      assertThat(printed.get(i).subtract(shares.get(i).multiply(HUNDRED)).abs())
          .isLessThanOrEqualTo(new BigDecimal("0.1"));
    }
  }

  @Test
  void shouldGiveTheUnitThatIsLeftToTheLargestRemainder() {
    List<BigDecimal> thirds =
        List.of(new BigDecimal("0.333333"), new BigDecimal("0.333333"), new BigDecimal("0.333334"));

    assertThat(Apportionment.percentages(thirds, 1))
        .containsExactly(new BigDecimal("33.3"), new BigDecimal("33.3"), new BigDecimal("33.4"));
  }
}

package org.nianbao.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Says how a number comes about from numbers of the same paragraph that agree with facts. */
final class Derivation {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SCALE = 10;

  private Derivation() {}

  /** The sum, difference, share or growth that the number is; empty where it is none. */
  static Optional<String> of(Quantity number, List<Quantity> known) {
    List<BigDecimal> values =
        known.stream()
            .filter(one -> one.isPercent() == number.unit().endsWith("百分点") && !one.spelled())
            .map(Quantity::value)
            .distinct()
            .toList();
    return number.unit().equals("%") ? rate(number, counts(known)) : count(number, values);
  }

  private static List<BigDecimal> counts(List<Quantity> known) {
    return known.stream().filter(one -> !one.isPercent()).map(Quantity::value).distinct().toList();
  }

  private static Optional<String> count(Quantity number, List<BigDecimal> values) {
    for (int from = 0; from < values.size(); from++) {
      BigDecimal sum = values.get(from);
      StringBuilder how = new StringBuilder(sum.toPlainString());
      for (int to = from + 1; to < values.size(); to++) {
        BigDecimal difference = values.get(from).subtract(values.get(to)).abs();
        if (difference.signum() != 0 && difference.compareTo(number.value()) == 0) {
          return Optional.of("%s与%s之差".formatted(plain(values.get(from)), plain(values.get(to))));
        }
        sum = sum.add(values.get(to));
        how.append('+').append(plain(values.get(to)));
        if (sum.compareTo(number.value()) == 0) {
          return Optional.of(how.toString());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> rate(Quantity number, List<BigDecimal> counts) {
    for (BigDecimal one : counts) {
      for (BigDecimal base : counts) {
        if (base.signum() == 0 || one.compareTo(base) == 0) {
          continue;
        }
        if (isRate(number, one, base)) {
          return Optional.of("%s÷%s".formatted(plain(one), plain(base)));
        }
        if (isRate(number, one.subtract(base).abs(), base)) {
          return Optional.of("%s比%s的变化".formatted(plain(one), plain(base)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isRate(Quantity number, BigDecimal part, BigDecimal base) {
    BigDecimal percent = part.multiply(HUNDRED).divide(base, SCALE, RoundingMode.HALF_UP);
    int scale = Math.max(number.value().scale(), 0);
    return percent.setScale(scale, RoundingMode.HALF_UP).compareTo(number.value()) == 0;
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}

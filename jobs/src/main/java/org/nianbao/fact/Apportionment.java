package org.nianbao.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares printed with so many decimals that they add up to 100 %: the method of the largest
 * remainder (Hare–Niemeyer). Each share differs from its exact value by less than one unit of the
 * last decimal.
 */
public final class Apportionment {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Apportionment() {}

  /**
   * Percentages that add up to exactly 100.
   *
   * @param shares fractions that add up to 1, but for what their own rounding took; of equal
   *     remainders the first gets the unit
   * @param scale decimals of the percentages
   */
  public static List<BigDecimal> percentages(List<BigDecimal> shares, int scale) {
    List<BigDecimal> floors =
        new ArrayList<>(
            shares.stream()
                .map(share -> share.multiply(HUNDRED).setScale(scale, RoundingMode.FLOOR))
                .toList());
    BigDecimal missing = HUNDRED.subtract(floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    int units = missing.movePointRight(scale).intValueExact();
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(
            Comparator.comparing(
                    (Integer i) -> shares.get(i).multiply(HUNDRED).subtract(floors.get(i)))
                .reversed())
        .limit(Math.max(units, 0))
        .forEach(i -> floors.set(i, floors.get(i).add(BigDecimal.ONE.movePointLeft(scale))));
    return List.copyOf(floors);
  }
}

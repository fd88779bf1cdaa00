package org.nianbao.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as reports write them: 1371, 1,371, 1 371, 0.5 and, in characters, 两 or 一百二十. */
final class Numeral {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final Map<Character, Integer> TENS = Map.of('十', 10, '百', 100, '千', 1000);
  private static final long MYRIAD = 10_000;

  /** Characters that a number in characters may have. */
  static final String CHARACTERS = "[零〇一二两三四五六七八九十百千万亿]";

  private static final Pattern ARABIC = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final Pattern WORDS = Pattern.compile(CHARACTERS + "+");

  /** 一百二 is 120 when spoken and a slip when written: nobody can tell. */
  private static final Pattern UNCLEAR = Pattern.compile(".*[百千万亿][一二两三四五六七八九]");

  private Numeral() {}

  /** The number that a whole text is, with the scale that it is written with, or empty. */
  static Optional<BigDecimal> of(String text) {
    String bare = text.replace(" ", "");
    if (GROUPED.matcher(bare).matches()) {
      return Optional.of(new BigDecimal(bare.replace(",", "")));
    }
    if (ARABIC.matcher(bare).matches()) {
      return Optional.of(new BigDecimal(bare));
    }
    return WORDS.matcher(bare).matches() && !UNCLEAR.matcher(bare).matches()
        ? Optional.of(BigDecimal.valueOf(words(bare.replace('〇', '零').replace('两', '二'))))
        : Optional.empty();
  }

  private static long words(String text) {
    if (text.length() > 1 && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      // Digit by digit, as years are: 二〇一七.
      return text.chars().mapToLong(DIGITS::indexOf).reduce(0, (sum, digit) -> sum * 10 + digit);
    }
    long total = 0;
    long section = 0;
    long digit = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '万' || character == '亿') {
        long below = section + digit;
        total = character == '万' ? total + below * MYRIAD : (total + below) * MYRIAD * MYRIAD;
        section = 0;
        digit = 0;
      } else if (TENS.containsKey(character)) {
        section += Math.max(1, digit) * TENS.get(character);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(character);
      }
    }
    return total + section + digit;
  }
}

package org.nianbao.report;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as reports write them: 1371, 1,371, 1 371, 0.5 and, in characters, 两 or 一百二十. */
public final class Numeral {
  /** Characters that a number in characters may have. */
  public static final String CHARACTERS = "[零〇一二两三四五六七八九十百千万亿]";

  private static final Pattern ARABIC = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final Pattern WORDS = Pattern.compile(CHARACTERS + "+");

  /** 一百二 is 120 when spoken and a slip when written: nobody can tell. */
  private static final Pattern UNCLEAR = Pattern.compile(".*[百千万亿][一二两三四五六七八九]");

  private static final RuleBasedNumberFormat SPELLING =
      new RuleBasedNumberFormat(Locale.CHINESE, RuleBasedNumberFormat.SPELLOUT);

  private Numeral() {}

  /** The number that a whole text is, with the scale that it is written with, or empty. */
  public static Optional<BigDecimal> of(String text) {
    String bare = text.replace(" ", "");
    if (GROUPED.matcher(bare).matches()) {
      return Optional.of(new BigDecimal(bare.replace(",", "")));
    }
    if (ARABIC.matcher(bare).matches()) {
      return Optional.of(new BigDecimal(bare));
    }
    return WORDS.matcher(bare).matches() && !UNCLEAR.matcher(bare).matches()
        ? words(bare)
        : Optional.empty();
  }

  /** One thread at a time: the format keeps state while it parses. */
  private static synchronized Optional<BigDecimal> words(String text) {
    ParsePosition position = new ParsePosition(0);
    Number number = SPELLING.parse(text, position);
    return position.getIndex() == text.length()
        ? Optional.of(BigDecimal.valueOf(number.longValue()))
        : Optional.empty();
  }
}

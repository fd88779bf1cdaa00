package org.nianbao.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a sentence that count something; years, dates and addresses do not. */
final class Quantities {
  private static final String PERCENT = "%";
  private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

  /** What a number without a unit stands behind: 收费金额为0, 行政复议：0. */
  private static final Pattern STATED = Pattern.compile("[为是:]$");

  private final Pattern number;
  private final Pattern before;

  Quantities(Wording wording) {
    String inside = Wording.anyOf(wording.words("approximate_inside"));
    String digits = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?: \\d+)*(?:\\.\\d+)?";
    number =
        Pattern.compile(
            "(?<![\\d第A-Za-z./~-])(?:百分之(?<percent>%2$s+|%1$s)|(?<value>%1$s|%2$s+)(?<some>%3$s)?(?<myriad>万(?!元))?(?<more>%3$s)?(?:(?<unit>%4$s)|(?=[,。;:)、和及]|$))(?<about>%5$s)?)"
                .formatted(
                    digits,
                    Numeral.CHARACTERS,
                    inside,
                    Wording.anyOf(wording.words("unit")),
                    Wording.anyOf(wording.words("approximate_after"))));
    before = Pattern.compile(Wording.anyOf(wording.words("approximate_before")) + "(?:为|有|达|达到)?$");
  }

  /** The numbers, from left to right; those without a unit only where they stand in a list. */
  List<Quantity> in(String sentence) {
    List<Quantity> found = new ArrayList<>();
    Matcher matcher = number.matcher(sentence);
    while (matcher.find()) {
      quantity(sentence, matcher).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Quantity> quantity(String sentence, Matcher matcher) {
    String lead = sentence.substring(0, matcher.start());
    boolean percent = matcher.group("percent") != null;
    String written = percent ? matcher.group("percent") : matcher.group("value");
    String unit = percent ? PERCENT : Optional.ofNullable(matcher.group("unit")).orElse("");
    boolean digits = Character.isDigit(written.charAt(0));
    if (unit.isEmpty() && !digits) {
      return Optional.empty();
    }
    boolean myriad = matcher.group("myriad") != null;
    boolean approximate =
        myriad
            || matcher.group("some") != null
            || matcher.group("more") != null
            || matcher.group("about") != null
            || before.matcher(lead).find();
    return Numeral.of(written)
        .map(
            value ->
                new Quantity(
                    matcher.start(),
                    matcher.end(),
                    myriad ? plain(value.multiply(MYRIAD)) : value,
                    unit,
                    approximate,
                    digits && written.indexOf(' ') < 0));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Whether a number says by itself that it counts: by its unit, or as the end of a statement. */
  static boolean counts(String sentence, Quantity quantity) {
    return !quantity.unit().isEmpty()
        || STATED.matcher(sentence.substring(0, quantity.start())).find();
  }
}

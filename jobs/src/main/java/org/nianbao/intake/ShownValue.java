package org.nianbao.intake;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is shown of the cell for which a record was rejected. A cell at fault may hold anything that
 * stands in a ledger of complaints: shown is what a date, a number or a label can be made of, and
 * the clerk finds the rest by file, row and column.
 *
 * @param words those that stand beside numbers and dates, in lower case
 */
record ShownValue(Set<String> words) implements Serializable {
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  /** Digits that begin with no year of ours; a telephone number in the city has seven. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<!\\d)(?!19|20)(\\d{3})(\\d{4,})(?!\\d)");

  /** The first cell of a record that cannot be cut into cells, where it is a number of its own. */
  private static final Pattern FIRST_NUMBER =
      Pattern.compile("^(?=[^,;\\t|]*\\d)[A-Za-z0-9_/.-]{1,40}(?=[,;\\t|])");

  private static final int LONGEST = 60;

  String of(Rule rule, String value) {
    return switch (rule) {
      case BAD_DATE, DATE_OUT_OF_RANGE, BAD_NUMBER, BAD_YEAR -> plain(value);
      case UNKNOWN_TOWN -> Redaction.label(value);
      case UNTERMINATED_QUOTE -> beginning(value);
      // Total rows were cut down to labels and numbers when they were found.
      case TOTAL_ROW,
          REPEATED_HEADER,
          RAGGED_ROW,
          MISSING_ID,
          DAMAGED_ID,
          MISSING_VALUE,
          MISSING_DATE,
          MISSING_TOWN ->
          Redaction.of(value);
    };
  }

  /** Whether a text is a number or a date and nothing else. */
  boolean isPlain(String text) {
    return text.chars().anyMatch(Character::isDigit) && plain(text).equals(text);
  }

  private String plain(String text) {
    String masked = LETTERS.matcher(Redaction.of(text)).replaceAll(this::masked);
    String shown = LONG_NUMBER.matcher(masked).replaceAll(ShownValue::shortened);
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + Redaction.NOTHING_KEPT;
  }

  /** Chinese is written without blanks: each character is looked at on its own. */
  private String masked(MatchResult found) {
    String run = found.group();
    if (words.contains(run.toLowerCase(Locale.ROOT))) {
      return Matcher.quoteReplacement(run);
    }
    StringBuilder masked = new StringBuilder();
    run.codePoints()
        .forEach(
            c ->
                masked.append(
                    c > 0x7F && words.contains(Character.toString(c))
                        ? Character.toString(c)
                        : "*"));
    return masked.toString();
  }

  private static String shortened(MatchResult found) {
    return found.group(1) + "*".repeat(found.group(2).length());
  }

  private static String beginning(String record) {
    Matcher first = FIRST_NUMBER.matcher(record);
    boolean shown = first.find() && !Redaction.isPersonal(first.group());
    return (shown ? first.group() + "," : "") + Redaction.NOTHING_KEPT;
  }
}

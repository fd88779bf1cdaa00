package org.nianbao.intake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what could tell who a person is: mobile and landline numbers, numbers of
 * identity cards (GB 11643), e-mail addresses. The first three characters stay, so that a clerk
 * recognises the cell.
 */
final class Redaction {
  private static final String BEFORE = "(?<![0-9A-Za-z])";
  private static final String BEHIND = "(?![0-9A-Za-z])";

  private static final Pattern PERSONAL =
      Pattern.compile(
          String.join(
              "|",
              BEFORE + "(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}" + BEHIND,
              BEFORE + "0\\d{2,3}[- ]?\\d{7,8}" + BEHIND,
              BEFORE + "\\d{6}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d{4}[\\dXx]" + BEHIND,
              "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"));

  private static final int KEPT = 3;

  /** A whole record whose quotes are broken may hold a complaint: its beginning is enough. */
  private static final int KEPT_OF_A_RECORD = 24;

  /** Longer than any label of an official list. */
  private static final int LONGEST_LABEL = 40;

  private Redaction() {}

  static String of(Rule rule, String value) {
    String text = value;
    if (rule == Rule.UNTERMINATED_QUOTE) {
      int quote = text.indexOf('"');
      int end = Math.min(quote < 0 ? text.length() : quote, KEPT_OF_A_RECORD);
      text = text.substring(0, end) + (end < text.length() ? "…" : "");
    }
    return of(text);
  }

  static String of(String text) {
    return mayBePersonal(text) ? PERSONAL.matcher(text).replaceAll(Redaction::masked) : text;
  }

  /** A label that no list knows may be no label at all but a complaint: its beginning is enough. */
  static String label(String text) {
    String masked = of(text);
    return masked.length() <= LONGEST_LABEL ? masked : masked.substring(0, LONGEST_LABEL) + "…";
  }

  /** All that is masked has an at sign or four digits in a row; most texts have neither. */
  private static boolean mayBePersonal(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == 4 || c == '@') {
        return true;
      }
    }
    return false;
  }

  private static String masked(MatchResult found) {
    String text = found.group();
    return Matcher.quoteReplacement(text.substring(0, KEPT) + "*".repeat(text.length() - KEPT));
  }
}

package org.nianbao.intake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of the text of a rejected cell what could tell who a person is: mobile and landline
 * numbers, numbers of identity cards (GB 11643), e-mail addresses. The first three characters stay,
 * so that a clerk recognises the cell.
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

  private Redaction() {}

  static String of(Rule rule, String value) {
    String text = value;
    if (rule == Rule.UNTERMINATED_QUOTE) {
      int quote = text.indexOf('"');
      int end = Math.min(quote < 0 ? text.length() : quote, KEPT_OF_A_RECORD);
      text = text.substring(0, end) + (end < text.length() ? "…" : "");
    }
    return PERSONAL.matcher(text).replaceAll(Redaction::masked);
  }

  private static String masked(MatchResult found) {
    String text = found.group();
    return Matcher.quoteReplacement(text.substring(0, KEPT) + "*".repeat(text.length() - KEPT));
  }
}

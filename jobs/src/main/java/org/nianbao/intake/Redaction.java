package org.nianbao.intake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Takes out of a text what could tell who a person is: mobile and landline numbers, numbers of
 * identity cards (GB 11643), e-mail addresses; and tells what somebody wrote from a label or a
 * number of a list.
 */
final class Redaction {
  /** Stands for a text of which nothing is kept. */
  static final String NOTHING_KEPT = "…";

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

  /** A number in a street, or a house, a block, a room behind a number. */
  private static final Pattern ADDRESS = Pattern.compile("\\d\\s*[号栋幢座室弄楼]|(?:路|街|巷|大道)\\P{L}*\\d");

  /** Within the city telephone numbers go without its code. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{7}");

  private static final String ENDS_OF_SENTENCES = "。!?;";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static final int KEPT = 3;

  /** Shorter than all that is masked: a landline with the code of its city. */
  private static final int FEWEST_DIGITS = 10;

  private static final String FIRST_DIGITS = "018";

  /** Characters of the number of an identity card. */
  private static final int CARD = 18;

  /** Longer than any label of an official list. */
  private static final int LONGEST_LABEL = 30;

  /** Categories of foreign hotlines name their department, too. */
  private static final int LONGEST_FOREIGN_LABEL = 100;

  /** Longer labels have no comma in them. */
  private static final int LONGEST_WITH_COMMA = 12;

  private static final int LONGEST_IDENTIFIER = 40;
  private static final int DIGEST_DIGITS = 24;
  private static final int YEARLESS_DIGITS = 12;
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");

  private Redaction() {}

  /** The text with all but the first three characters of such numbers masked. */
  static String of(String text) {
    return mayBePersonal(text) ? PERSONAL.matcher(text).replaceAll(Redaction::masked) : text;
  }

  static boolean isPersonal(String text) {
    return mayBePersonal(text) && hasPersonal(text);
  }

  /** The same without a look beforehand, which is slower. */
  static boolean hasPersonal(String text) {
    return PERSONAL.matcher(text).find();
  }

  /** Whether a text that should be a label is what somebody wrote: a complaint, an address. */
  static boolean isProse(String label) {
    if (isPersonal(label) || LONG_NUMBER.matcher(label).find()) {
      return true;
    }
    if (!CHINESE.matcher(label).find()) {
      return label.length() > LONGEST_FOREIGN_LABEL;
    }
    return label.length() > LONGEST_LABEL
        || (label.length() > LONGEST_WITH_COMMA && label.indexOf(',') >= 0)
        || isSentence(label)
        || ADDRESS.matcher(label).find();
  }

  /** A label that no list knows, as long as it is one. */
  static String label(String text) {
    return isProse(text) ? NOTHING_KEPT : text;
  }

  /**
   * A number by which things are known. One that tells who a person is, or is no number at all,
   * becomes a digest: it still tells things apart.
   */
  static String identifier(String text) {
    boolean number = text.chars().anyMatch(Character::isDigit);
    return number ? shortText(text) : "#" + digest(text, DIGEST_DIGITS);
  }

  /** A short text that is no sentence and tells of no person as it is; of another its digest. */
  static String shortText(String text) {
    boolean plain = text.length() <= LONGEST_IDENTIFIER && !isSentence(text) && !isPersonal(text);
    return plain ? text : "#" + digest(text, DIGEST_DIGITS);
  }

  private static boolean isSentence(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ENDS_OF_SENTENCES.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Two digests of a text of which only counts whether it is the same: of the text apart from its
   * years, and of all of it.
   */
  static String fingerprint(String text) {
    String yearless = YEAR.matcher(text).replaceAll("");
    return "#" + digest(yearless, YEARLESS_DIGITS) + "." + digest(text, DIGEST_DIGITS);
  }

  private static String digest(String text, int digits) {
    return DigestUtils.sha256Hex(text).substring(0, digits);
  }

  /**
   * Whether a pattern may fit: all that is masked has an at sign, or begins with a digit behind
   * which nine more follow, with single blanks or dashes between them. Numbers of identity cards
   * have eighteen characters; the others begin with 0, 1 or the code of the country, 86.
   */
  private static boolean mayBePersonal(String text) {
    if (text.indexOf('@') >= 0) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean begins = isDigit(text.charAt(i)) && (i == 0 || !isAlphanumeric(text.charAt(i - 1)));
      if (begins
          && (isCard(text, i) || (FIRST_DIGITS.indexOf(text.charAt(i)) >= 0 && isLong(text, i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCard(String text, int begin) {
    int end = begin;
    while (end < text.length() && isAlphanumeric(text.charAt(end))) {
      end++;
    }
    return end - begin == CARD;
  }

  private static boolean isLong(String text, int begin) {
    int digits = 0;
    boolean gap = false;
    for (int i = begin; i < text.length() && digits < FEWEST_DIGITS; i++) {
      boolean digit = isDigit(text.charAt(i));
      boolean first = !digit && !gap && (text.charAt(i) == '-' || text.charAt(i) == ' ');
      if (!digit && !first) {
        return false;
      }
      digits += digit ? 1 : 0;
      gap = !digit;
    }
    return digits == FEWEST_DIGITS;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static String masked(MatchResult found) {
    String text = found.group();
    return Matcher.quoteReplacement(text.substring(0, KEPT) + "*".repeat(text.length() - KEPT));
  }
}

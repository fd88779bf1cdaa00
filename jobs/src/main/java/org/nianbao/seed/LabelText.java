package org.nianbao.seed;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The forms in which labels, headers and town names are compared. */
public final class LabelText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000\\uFEFF\\u200B]+");
  private static final Pattern QUOTES = Pattern.compile("[“”\"'《》]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\uFEFF\\u200B]");

  /** Longest first: a label loses one suffix, not one after the other. */
  private static final List<String> LABEL_SUFFIXES = List.of("类信息", "信息", "类");

  private static final List<String> TOWN_SUFFIXES =
      List.of("镇人民政府", "街道办事处", "人民政府", "镇政府", "街道办", "街道", "镇");

  /** Systems of the hotline put its number before their headers in some years. */
  private static final Pattern HEADER_PREFIX =
      Pattern.compile("^12345(?:政务服务|政府服务)?(?:便民)?(?:热线)?");

  /** Notes for whoever fills the column in: (必填), (宗), (年/月/日). */
  private static final Pattern HEADER_NOTE = Pattern.compile("[\\[(][^()\\[\\]]*[\\])]$");

  private LabelText() {}

  /** Text as a person means it: compatibility forms folded (NFKC), blanks at the ends gone. */
  public static String clean(String text) {
    if (isAscii(text)) {
      return text.strip();
    }
    boolean hidden = text.indexOf('\uFEFF') >= 0 || text.indexOf('\u200B') >= 0;
    String visible = hidden ? INVISIBLE.matcher(text).replaceAll("") : text;
    return Normalizer.normalize(visible, Normalizer.Form.NFKC).strip();
  }

  /** The same text with single blanks in it, as the code of a member that no list has. */
  public static String oneLine(String text) {
    return BLANKS.matcher(clean(text)).replaceAll(" ");
  }

  /** Two labels with the same key are the same label; 类, 信息 and 类信息 at the end do not matter. */
  public static String key(String label) {
    return withoutSuffix(plain(label), LABEL_SUFFIXES);
  }

  /** The key of a town's name; 镇, 街道 and their governments at the end do not matter. */
  public static String townKey(String name) {
    return withoutSuffix(plain(name), TOWN_SUFFIXES);
  }

  /** The key of a column header. */
  public static String headerKey(String header) {
    return plain(header);
  }

  /** The key of a column header without the hotline's number before it and a note behind it. */
  static String bareHeaderKey(String header) {
    String key = plain(header).replace("*", "");
    String bare = HEADER_PREFIX.matcher(HEADER_NOTE.matcher(key).replaceAll("")).replaceAll("");
    return bare.isEmpty() ? key : bare;
  }

  /** Most cells are numbers and dates, which no folding changes. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String text) {
    String folded = BLANKS.matcher(clean(text)).replaceAll("");
    return QUOTES.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String withoutSuffix(String text, List<String> suffixes) {
    for (String suffix : suffixes) {
      if (text.length() > suffix.length() && text.endsWith(suffix)) {
        return text.substring(0, text.length() - suffix.length());
      }
    }
    return text;
  }
}

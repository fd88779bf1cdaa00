package org.nianbao.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.report.Numeral;
import org.nianbao.report.Wording;

/** Finds the numbers of a text, and tells figures from dates, numbers of documents and the like. */
final class Scanner {
  private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
  private static final String DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
  private static final List<String> MORE_UNITS =
      List.of("个百分点", "百分点", "亿元", "个工作日", "工作日", "小时", "天", "人", "名", "家", "户", "场");

  /** Numbers that count nothing of a report; a figure never stands in one of them. */
  private static final Pattern NOT_A_FIGURE =
      Pattern.compile(
          String.join(
              "|",
              "^[-—\\s]*\\d{1,3}[-—\\s]*$",
              "^\\d{1,2}[.、](?!\\d)",
              "\\(\\d{1,2}\\)",
              "《[^》]*》",
              "[〔\\[(]\\d{4}[〕\\])]\\d*号?",
              "第[\\d" + Numeral.CHARACTERS.substring(1) + "+[条款项章节号届次页期批名位]?",
              "(?:19|20)\\d\\d(?:年度?|[-—~至](?=(?:19|20)\\d\\d))(?:\\d{1,2}月(?:\\d{1,2}日)?)?",
              "(?:19|20)\\d\\d[-./]\\d{1,2}[-./]\\d{1,2}",
              "\\d{1,2}(?:[-—~至]\\d{1,2})?月份?(?:\\d{1,2}日)?",
              "\\d{1,2}日",
              "\\d{1,2}[:时]\\d{2}分?",
              "12345(?!\\d)",
              "0\\d{2,3}-\\d{7,8}|1\\d{10}|\\d{3,4}-\\d{3,8}",
              "(?:邮编|邮政编码|电话|传真)[^\\d,。;]{0,4}[\\d-]{6,}",
              "\\d+(?:号楼?|室|楼|栋|层)",
              "\\d+[×x*]\\d+(?:小时)?|24小时",
              "\\d+个?工作日|\\d+日内",
              "[A-Za-z]+[./:_@-][A-Za-z\\d./:_@-]*|\\d+[A-Za-z]\\w*",
              "[A-Za-z]+\\d++(?:\\.\\d++)?+(?![条件宗次人个万元天项份篇期起例则单%余多])"));

  private final Pattern number;
  private final Pattern atLeast = Pattern.compile("(?:超|超过|逾)$");
  private final Pattern atMost = Pattern.compile("(?:近|将近)$");
  private final Pattern about;

  Scanner(Wording wording) {
    List<String> units =
        Stream.concat(MORE_UNITS.stream(), wording.words("unit").stream())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    number =
        Pattern.compile(
            "(?:百分之(?<percent>%2$s+|%1$s)|(?<value>%1$s|%2$s+)(?<some>[余多])?(?<myriad>万(?!元))?(?<more>[余多])?(?<unit>%3$s)?(?<after>%4$s)?)"
                .formatted(
                    DIGITS,
                    Numeral.CHARACTERS,
                    Wording.anyOf(units),
                    Wording.anyOf(wording.words("approximate_after"))));
    about = Pattern.compile(Wording.anyOf(wording.words("approximate_before")) + "$");
  }

  /** Figures, and the rest, each from left to right. */
  record Found(List<Quantity> figures, List<String> others) {}

  Found in(String text) {
    List<int[]> spans = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Matcher none = NOT_A_FIGURE.matcher(text);
    while (none.find()) {
      spans.add(new int[] {none.start(), none.end()});
      if (none.group().matches(".*\\d.*")) {
        others.add(none.group());
      }
    }
    List<Quantity> figures = new ArrayList<>();
    Matcher matcher = number.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      boolean inside = spans.stream().anyMatch(span -> span[0] <= start && start < span[1]);
      if (!inside) {
        quantity(text, matcher).ifPresent(figures::add);
      }
    }
    return new Found(figures, others);
  }

  private Optional<Quantity> quantity(String text, Matcher matcher) {
    boolean percent = matcher.group("percent") != null;
    String written = percent ? matcher.group("percent") : matcher.group("value");
    String unit = percent ? "%" : Optional.ofNullable(matcher.group("unit")).orElse("");
    boolean digits = Character.isDigit(written.charAt(0));
    if (!digits && unit.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal scale = matcher.group("myriad") == null ? BigDecimal.ONE : MYRIAD;
    return Numeral.of(written)
        .map(
            value ->
                new Quantity(
                    matcher.start(),
                    matcher.end(),
                    value.multiply(scale),
                    BigDecimal.ONE.movePointLeft(value.scale()).multiply(scale),
                    unit,
                    bound(text, matcher),
                    !digits && !percent && written.length() == 1));
  }

  private Quantity.Bound bound(String text, Matcher matcher) {
    String lead = text.substring(0, matcher.start());
    if (matcher.group("some") != null
        || matcher.group("more") != null
        || atLeast.matcher(lead).find()) {
      return Quantity.Bound.AT_LEAST;
    }
    if (atMost.matcher(lead).find()) {
      return Quantity.Bound.AT_MOST;
    }
    return matcher.group("after") != null || about.matcher(lead).find()
        ? Quantity.Bound.ABOUT
        : Quantity.Bound.NONE;
  }
}

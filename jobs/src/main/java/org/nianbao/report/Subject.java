package org.nianbao.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.Towns;

/** Says whose report of which year a text is. */
final class Subject {
  private static final String DIGIT = "[0-9〇零一二三四五六七八九]";
  private static final String YEAR = "(2" + DIGIT + "{3}|二" + DIGIT + "{3})";

  /** 2017年…年度报告, and 年度报告(2017年). */
  private static final List<Pattern> TITLES =
      List.of(
          Pattern.compile(YEAR + "年度?[^。;》]{0,40}报告"),
          Pattern.compile("[^。;《]{0,40}年度报告\\(?" + YEAR));

  private static final Pattern FULL_YEAR = Pattern.compile(YEAR + "年1月1日[^。]{0,6}12月31日");
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

  private final List<String> texts;
  private final String path;
  private final Towns towns;

  /**
   * Looks in a report.
   *
   * @param document with plain texts
   * @param path where it lies
   */
  Subject(Document document, String path, Towns towns) {
    this.texts =
        Stream.concat(Stream.of(document.title()), document.paragraphs().stream()).toList();
    this.path = LabelText.clean(path);
    this.towns = towns;
  }

  /** The code of the town: in the title, in the path, or far more often in the text than others. */
  Optional<String> town() {
    return titles()
        .flatMap(title -> towns.namedIn(title.group().replace("/", "")).stream())
        .findFirst()
        .or(() -> towns.namedIn(path))
        .or(this::mostNamed);
  }

  /** The report year: in the title, as a full year in the text, or in the path. */
  Optional<Integer> year() {
    return titles()
        .map(title -> title.group(1))
        .findFirst()
        .or(() -> matches(FULL_YEAR).map(full -> full.group(1)).findFirst())
        .flatMap(Numeral::of)
        .map(number -> number.intValue())
        .or(this::yearInPath);
  }

  private Stream<Matcher> titles() {
    return TITLES.stream().flatMap(this::matches);
  }

  private Stream<Matcher> matches(Pattern pattern) {
    return texts.stream().map(pattern::matcher).filter(Matcher::find);
  }

  private Optional<Integer> yearInPath() {
    Integer last = null;
    Matcher matcher = YEAR_IN_NAME.matcher(path);
    while (matcher.find()) {
      last = Integer.valueOf(matcher.group(1));
    }
    return Optional.ofNullable(last);
  }

  private Optional<String> mostNamed() {
    Map<String, Integer> named = new TreeMap<>();
    for (String text : texts) {
      towns
          .names()
          .forEach(
              (code, name) -> {
                if (text.contains(name)) {
                  named.merge(code, 1, Integer::sum);
                }
              });
    }
    List<Map.Entry<String, Integer>> ranked =
        named.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    boolean clear =
        !ranked.isEmpty()
            && (ranked.size() == 1 || ranked.get(0).getValue() > 2 * ranked.get(1).getValue());
    return clear ? Optional.of(ranked.get(0).getKey()) : Optional.empty();
  }
}

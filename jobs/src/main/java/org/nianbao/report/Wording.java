package org.nianbao.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.seed.Towns;

/**
 * All words by which reports are read, out of the reference lists; small, and sent to every task.
 *
 * @param topics in the order in which they are tried
 * @param measures in the order in which they are tried
 * @param labels the names of members by list
 * @param words words by kind (see {@code seeds/report_words.csv}), longest first
 * @param radicals the ideograph by the radical that stands for it
 * @param requestRows the rows of the request table
 * @param applicants the kinds of applicants in the order of the form
 * @param disclosureUnits the unit by the label of a column of the disclosure table
 * @param totals texts of cells that mean a total, as label keys
 * @param blanks texts of cells that mean that there is nothing, as label keys
 */
public record Wording(
    Towns towns,
    List<Topic> topics,
    List<MeasureWords> measures,
    Map<String, Labels> labels,
    Map<String, List<String>> words,
    Map<String, String> radicals,
    List<RequestRow> requestRows,
    List<String> applicants,
    Map<String, String> disclosureUnits,
    Set<String> totals,
    Set<String> blanks)
    implements Serializable {
  static final String TICKET_TYPES = "ticket_types";
  static final String TICKET_SOURCES = "ticket_sources";
  static final String APPLICANTS = "applicant_kinds";
  static final String DISPUTE_KINDS = "dispute_kinds";
  static final String OUTCOMES = "dispute_outcomes";
  static final String DISCLOSURE = "disclosure_labels";

  private static final Pattern QUOTES = Pattern.compile("[“”‘’\"'「」]");
  private static final Pattern INNER_BLANKS = Pattern.compile("(?<!\\d)\\s+|\\s+(?!\\d)");
  private static final Pattern BLANKS_IN_NUMBER = Pattern.compile("\\s+");

  /** The words of the lists. */
  public static Wording of(Seeds seeds) {
    Map<String, List<SeedRow>> more =
        seeds.rows("report_labels").stream().collect(Collectors.groupingBy(row -> row.get("list")));
    List<MeasureWords> measures =
        seeds.rows("report_measures").stream().map(MeasureWords::of).toList();
    Set<String> lists =
        new TreeSet<>(
            List.of(TICKET_TYPES, TICKET_SOURCES, APPLICANTS, DISPUTE_KINDS, OUTCOMES, DISCLOSURE));
    measures.forEach(measure -> lists.addAll(measure.lists()));
    Map<String, Labels> labels = new HashMap<>();
    for (String list : lists) {
      labels.put(list, Labels.of(seeds.vocabulary(list), more.getOrDefault(list, List.of())));
    }
    return new Wording(
        seeds.towns(),
        seeds.rows("report_topics").stream().map(Topic::of).toList(),
        measures,
        labels,
        words(seeds),
        pairs(seeds.rows("radicals"), "radical", "ideograph"),
        seeds.rows("request_rows").stream().map(RequestRow::of).toList(),
        List.copyOf(seeds.labels(APPLICANTS).values()),
        pairs(seeds.rows(DISCLOSURE), "label", "unit"),
        seeds.marks("total"),
        seeds.marks("blank"));
  }

  private static Map<String, List<String>> words(Seeds seeds) {
    Map<String, List<String>> words = new HashMap<>();
    for (SeedRow row : seeds.rows("report_words")) {
      words.computeIfAbsent(row.get("kind"), kind -> new ArrayList<>()).add(row.get("text"));
    }
    words.values().forEach(list -> list.sort((one, other) -> other.length() - one.length()));
    return words;
  }

  private static Map<String, String> pairs(List<SeedRow> rows, String key, String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    rows.forEach(row -> pairs.put(row.get(key), row.get(value)));
    return pairs;
  }

  public List<String> words(String kind) {
    return words.getOrDefault(kind, List.of());
  }

  Labels labels(String list) {
    return labels.get(list);
  }

  /** Words as a pattern that matches any of them, the longest first. */
  public static String anyOf(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }

  public static boolean hasAny(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  boolean isTotal(String cell) {
    return totals.contains(LabelText.key(cell));
  }

  boolean isBlank(String cell) {
    return cell.isBlank() || blanks.contains(LabelText.key(cell));
  }

  /**
   * A text as a person reads it: compatibility forms and radicals folded, without quotation marks
   * and blanks. Blanks inside a number stay, one each: they make its reading less sure.
   */
  public String plain(String text) {
    String folded = text;
    for (Map.Entry<String, String> radical : radicals.entrySet()) {
      folded = folded.replace(radical.getKey(), radical.getValue());
    }
    String bare = QUOTES.matcher(LabelText.clean(folded)).replaceAll("");
    String joined = INNER_BLANKS.matcher(bare.replace('\u00A0', ' ')).replaceAll("");
    return BLANKS_IN_NUMBER.matcher(joined).replaceAll(" ");
  }
}

package org.nianbao.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Vocabulary;

/**
 * The names of one list's members, found in sentences and cells.
 *
 * @param members member by label key, the longest key first
 */
record Labels(LinkedHashMap<String, String> members) implements Serializable {

  /**
   * The labels of a list.
   *
   * @param more names in the prose of reports, and what the members are called there
   */
  static Labels of(Vocabulary vocabulary, List<SeedRow> more) {
    Map<String, String> names = new LinkedHashMap<>(vocabulary.labels());
    more.forEach(row -> names.put(row.get("member_code"), row.get("member")));
    Map<String, String> members = new LinkedHashMap<>();
    vocabulary.codes().forEach((key, code) -> members.put(key, names.get(code)));
    for (SeedRow row : more) {
      row.list("texts").forEach(text -> members.put(LabelText.key(text), row.get("member")));
    }
    LinkedHashMap<String, String> sorted = new LinkedHashMap<>();
    members.keySet().stream()
        .filter(key -> !key.isEmpty())
        .sorted((one, other) -> other.length() - one.length())
        .forEach(key -> sorted.put(key, members.get(key)));
    return new Labels(sorted);
  }

  /** The member that a whole cell names. */
  Optional<String> member(String cell) {
    return Optional.ofNullable(members.get(LabelText.key(cell)));
  }

  /** Where a text names members; of names inside names, the longest. */
  List<Mention> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < lower.length()) {
      Mention mention = at(lower, at);
      if (mention != null) {
        found.add(mention);
      }
      at = mention == null ? at + 1 : mention.end();
    }
    return found;
  }

  private Mention at(String text, int start) {
    return members.entrySet().stream()
        .filter(entry -> text.startsWith(entry.getKey(), start))
        .findFirst()
        .map(entry -> new Mention(start, start + entry.getKey().length(), entry.getValue()))
        .orElse(null);
  }
}

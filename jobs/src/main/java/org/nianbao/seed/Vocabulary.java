package org.nianbao.seed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one classification and the labels by which exports name them.
 *
 * @param name the list it comes from
 * @param labels official label by code, in the official order
 * @param codes code by label key (see {@link LabelText#key})
 */
public record Vocabulary(String name, Map<String, String> labels, Map<String, String> codes)
    implements Serializable {

  /** The code that a label stands for, or empty if no member has that label. */
  public Optional<String> code(String label) {
    return Optional.ofNullable(codes.get(LabelText.key(label)));
  }

  /** The member that a path names, by the last of its parts that names just one. */
  public Optional<String> namedIn(String path) {
    return Mentions.in(path, codes);
  }

  public String label(String code) {
    return labels.getOrDefault(code, code);
  }

  static Vocabulary of(String name, List<SeedRow> rows, List<String> problems) {
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, String> codes = new HashMap<>();
    for (SeedRow row : rows) {
      String code = row.get("code");
      labels.putIfAbsent(code, row.get("label"));
      List<String> names = new ArrayList<>(List.of(code, row.get("label")));
      names.addAll(row.list("aliases"));
      for (String label : names) {
        String other = codes.putIfAbsent(LabelText.key(label), code);
        if (other != null && !other.equals(code)) {
          problems.add(
              row.place() + ": label '" + label + "' of " + code + " already means " + other);
        }
      }
    }
    return new Vocabulary(name, labels, codes);
  }
}

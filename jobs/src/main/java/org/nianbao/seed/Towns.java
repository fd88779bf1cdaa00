package org.nianbao.seed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The towns and the spellings of their names.
 *
 * @param names name by code
 * @param populations inhabitants of the 2020 census by code; towns without a figure are absent
 * @param codes code by name key (see {@link LabelText#townKey}) and by the code itself
 */
public record Towns(
    Map<String, String> names, Map<String, Long> populations, Map<String, String> codes)
    implements Serializable {
  private static final int MOST_ALIKE = 3;

  public Optional<String> code(String nameOrCode) {
    return Optional.ofNullable(codes.get(LabelText.townKey(nameOrCode)));
  }

  /**
   * The few towns whose names or codes differ least from one that is unknown; none if all differ in
   * every character.
   */
  public List<String> like(String nameOrCode) {
    String key = LabelText.townKey(nameOrCode);
    Map<String, Integer> distances = new TreeMap<>();
    codes.forEach(
        (spelling, code) -> {
          int distance = LevenshteinDistance.getDefaultInstance().apply(key, spelling);
          if (distance < Math.max(key.length(), spelling.length())) {
            distances.merge(names.get(code), distance, Math::min);
          }
        });
    int least = distances.values().stream().min(Comparator.naturalOrder()).orElse(0);
    return names.values().stream()
        .filter(name -> distances.getOrDefault(name, Integer.MAX_VALUE) == least)
        .limit(MOST_ALIKE)
        .toList();
  }

  /** The town that a path names, by the last of its parts that names just one. */
  public Optional<String> namedIn(String path) {
    return Mentions.in(path, codes);
  }

  static Towns of(List<SeedRow> rows, List<String> problems) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Long> populations = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    for (SeedRow row : rows) {
      String code = row.get("town_code");
      names.put(code, row.get("town"));
      if (!row.get("population_2020").isEmpty()) {
        populations.put(code, Long.valueOf(row.get("population_2020")));
      }
      List<String> spellings =
          new ArrayList<>(List.of(code, row.get("town"), row.get("short_name")));
      spellings.addAll(row.list("aliases"));
      for (String spelling : spellings) {
        String other = codes.putIfAbsent(LabelText.townKey(spelling), code);
        if (other != null && !other.equals(code)) {
          problems.add(row.place() + ": name '" + spelling + "' already means " + other);
        }
      }
    }
    return new Towns(names, populations, codes);
  }
}

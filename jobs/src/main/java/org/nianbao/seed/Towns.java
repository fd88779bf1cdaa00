package org.nianbao.seed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  public Optional<String> code(String nameOrCode) {
    return Optional.ofNullable(codes.get(LabelText.townKey(nameOrCode)));
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

package org.nianbao.seed;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the member of a list that a path names. */
final class Mentions {
  private Mentions() {}

  /**
   * The member named by the last part of a path that names exactly one. A name inside a longer name
   * does not count: 市政府门户网站 names the city's portal, not the 政府门户网站 of a town.
   *
   * @param codes code by name key
   */
  static Optional<String> in(String path, Map<String, String> codes) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      Set<String> named = inPart(LabelText.headerKey(parts[i]), codes);
      if (named.size() == 1) {
        return Optional.of(named.iterator().next());
      }
    }
    return Optional.empty();
  }

  private static Set<String> inPart(String part, Map<String, String> codes) {
    Set<String> keys = codes.keySet().stream().filter(part::contains).collect(Collectors.toSet());
    return keys.stream()
        .filter(key -> keys.stream().noneMatch(other -> !other.equals(key) && other.contains(key)))
        .map(codes::get)
        .collect(Collectors.toSet());
  }
}

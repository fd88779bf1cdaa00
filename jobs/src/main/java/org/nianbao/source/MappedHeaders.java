package org.nianbao.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nianbao.mapping.SourceMapping;

/** Headers by the names that a mapping gives; one per file, for it remembers what came closest. */
final class MappedHeaders implements Headers {
  private final SourceMapping mapping;
  private Set<String> missing;

  MappedHeaders(SourceMapping mapping) {
    this.mapping = mapping;
    this.missing = mapping.absent(Set.of());
  }

  @Override
  public Header find(List<String> cells) {
    Map<String, Integer> positions = mapping.positions(cells);
    Set<String> absent = mapping.absent(positions.keySet());
    if (absent.size() < missing.size()) {
      missing = absent;
    }
    boolean complete = absent.stream().noneMatch(column -> mapping.column(column).demanded());
    return complete && !positions.isEmpty()
        ? new Header(mapping.dataset(), List.copyOf(cells), positions)
        : null;
  }

  @Override
  public UnreadableFileException unknown(List<String> seen, String how) {
    return new MissingColumnsException(
        mapping.lacks(missing) + " (" + Recognition.attempt(seen, how) + ")", missing);
  }
}

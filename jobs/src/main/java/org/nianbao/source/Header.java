package org.nianbao.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nianbao.seed.ColumnAliases;

/**
 * A recognised header.
 *
 * @param dataset what the file holds
 * @param cells the header as exported
 * @param positions where each known column stands in a record
 */
public record Header(String dataset, List<String> cells, Map<String, Integer> positions)
    implements Serializable {

  /**
   * Recognises the header of one dataset.
   *
   * @return null if no dataset has such a header
   * @throws UnreadableFileException if several have
   */
  static Header only(List<String> cells, ColumnAliases aliases) throws UnreadableFileException {
    List<Header> candidates = recognise(cells, aliases);
    if (candidates.size() > 1) {
      throw new UnreadableFileException(
          "has a header that fits "
              + String.join(" and ", candidates.stream().map(Header::dataset).toList())
              + " equally well; name its columns more clearly");
    }
    return candidates.isEmpty() ? null : candidates.get(0);
  }

  /**
   * Recognises the dataset whose required columns are all named; of several, the one that explains
   * most cells.
   *
   * @return the candidates that explain most cells: none, one, or several that cannot be told apart
   */
  private static List<Header> recognise(List<String> cells, ColumnAliases aliases) {
    List<Header> best = new ArrayList<>();
    for (String dataset : aliases.datasets()) {
      Map<String, Integer> positions = aliases.positions(dataset, cells);
      if (!positions.keySet().containsAll(aliases.required().get(dataset))) {
        continue;
      }
      int known = best.isEmpty() ? 0 : best.get(0).positions.size();
      if (positions.size() > known) {
        best.clear();
      }
      if (positions.size() >= known) {
        best.add(new Header(dataset, List.copyOf(cells), positions));
      }
    }
    return best;
  }
}

package org.nianbao.mapping;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a mapping says of one column of the archive.
 *
 * @param header the export's name for it; empty where the mapping gives every row the same text
 * @param otherwise the text that stands for an empty cell and a missing column, or empty
 * @param formats patterns of dates, in the order in which they are tried; none: the known forms
 * @param values by label key, what the label stands for
 * @param line where the mapping names it
 */
public record MappedColumn(
    String header, String otherwise, List<String> formats, Map<String, String> values, int line)
    implements Serializable {

  static final MappedColumn NONE = new MappedColumn("", "", List.of(), Map.of(), 0);

  public MappedColumn {
    formats = List.copyOf(formats);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** Whether a file must have it: there is a header, and nothing stands in for it. */
  public boolean demanded() {
    return !header.isEmpty() && otherwise.isEmpty();
  }

  /** All that decides what its cells mean, and nothing of where it is written. */
  List<Object> meaning() {
    return List.of(header, otherwise, formats, values);
  }
}

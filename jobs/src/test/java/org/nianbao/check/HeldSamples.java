package org.nianbao.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.table.ContentSamples;

/** Samples that last as long as a test. */
final class HeldSamples implements Evidence.Samples {
  private final Map<ContentSamples.Key, ContentSamples.Entry> entries = new HashMap<>();

  @Override
  public Map<ContentSamples.Key, ContentSamples.Entry> taken() {
    return new HashMap<>(entries);
  }

  @Override
  public void keep(List<ContentSamples.Entry> more) {
    more.forEach(entry -> entries.put(entry.key(), entry));
  }
}

package org.nianbao.fact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nianbao.table.Field;
import org.nianbao.table.Table;

/** The figures of one town and year. */
public final class Facts {
  private final Map<String, Fact> byId = new LinkedHashMap<>();

  /** Keeps figures in their order. */
  public Facts(Collection<Fact> facts) {
    facts.forEach(
        fact -> {
          if (byId.put(fact.id(), fact) != null) {
            throw new IllegalArgumentException("Two facts are called " + fact.id());
          }
        });
  }

  public Collection<Fact> all() {
    return byId.values();
  }

  public Optional<Fact> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The figure of a cell.
   *
   * @param key values of the table's key but for town and year
   */
  public Optional<Fact> get(Table table, Field column, String... key) {
    return get(CellFacts.id(table, column, key));
  }
}

package org.nianbao.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reference lists of one run. */
public final class Seeds {
  private static final String CODE = "code";
  private static final String TOWNS = "towns";

  private final Map<String, List<SeedRow>> lists;
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();
  private final Towns towns;
  private final ColumnAliases columnAliases;

  private Seeds(Map<String, List<SeedRow>> lists) {
    this.lists = lists;
    List<String> problems = new ArrayList<>();
    lists.forEach(
        (name, rows) -> {
          if (!rows.isEmpty() && rows.get(0).values().containsKey(CODE)) {
            vocabularies.put(name, Vocabulary.of(name, rows, problems));
          }
        });
    towns = Towns.of(rows(TOWNS), problems);
    columnAliases = ColumnAliases.of(rows("column_aliases"), problems);
    if (!problems.isEmpty()) {
      throw new SeedException(problems);
    }
  }

  /**
   * Reads and checks every list.
   *
   * @throws SeedException naming file and line of all that is wrong
   */
  public static Seeds read(SeedFiles files) {
    return new Seeds(SeedSchema.read(files));
  }

  public List<SeedRow> rows(String list) {
    List<SeedRow> rows = lists.get(list);
    if (rows == null) {
      throw new SeedException(List.of("datapackage.json describes no list named " + list));
    }
    return rows;
  }

  public Vocabulary vocabulary(String list) {
    rows(list);
    return vocabularies.get(list);
  }

  /** The official label by code of a list, in its order; of towns, their names. */
  public Map<String, String> labels(String list) {
    return list.equals(TOWNS) ? towns.names() : vocabulary(list).labels();
  }

  public Towns towns() {
    return towns;
  }

  public ColumnAliases columnAliases() {
    return columnAliases;
  }

  /** The code of the one member that a list marks with {@code true} in a column. */
  public String marked(String list, String column) {
    Set<String> marked = allMarked(list, column);
    if (marked.size() != 1) {
      throw new SeedException(
          List.of(list + ".csv marks " + marked + " as " + column + "; mark exactly one"));
    }
    return marked.iterator().next();
  }

  /** The codes that a list marks with {@code true} in a column. */
  public Set<String> allMarked(String list, String column) {
    return rows(list).stream()
        .filter(row -> row.flag(column))
        .map(row -> row.get(CODE))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The texts that a list of cell marks gives one meaning, as label keys. */
  public Set<String> marks(String meaning) {
    return rows("cell_marks").stream()
        .filter(row -> row.get("meaning").equals(meaning))
        .map(row -> LabelText.key(row.get("text")))
        .collect(Collectors.toSet());
  }

  /** A fingerprint of lists' contents: equal as long as no cell of them changes. */
  public String digest(List<String> names) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names) {
        digest.update((name + rows(name)).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public Set<String> names() {
    return lists.keySet();
  }
}

package org.nianbao.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Content;
import org.nianbao.table.ExportColumn;
import org.nianbao.table.Shared;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the columns of one source: headers, defaults, patterns of dates, meanings of labels. */
final class ColumnReader {
  private static final Set<String> KEYS =
      new LinkedHashSet<>(List.of("column", "default", "formats", "values"));
  private static final String TOWN = Shared.TOWN.name();

  private final Optional<ArchiveTable> table;
  private final Set<String> open;
  private final Seeds seeds;
  private final Problems problems;

  /**
   * A reader for one source.
   *
   * @param table empty if the source names none that exists; then no column can be checked
   */
  ColumnReader(Optional<ArchiveTable> table, Set<String> open, Seeds seeds, Problems problems) {
    this.table = table;
    this.open = open;
    this.seeds = seeds;
    this.problems = problems;
  }

  Map<String, MappedColumn> read(Block columns, int line) {
    Map<String, MappedColumn> read = new LinkedHashMap<>();
    for (String name : columns.keys()) {
      MappedColumn mapped = column(name, columns);
      if (mapped != null) {
        read.put(name, mapped);
      }
    }
    table.ifPresent(
        known -> {
          for (String name : seeds.columnAliases().required().get(known.dataset())) {
            if (!columns.keys().contains(name)) {
              problems.add(
                  line, "'columns' lacks '%s', which %s require".formatted(name, known.dataset()));
            }
          }
        });
    return read;
  }

  private MappedColumn column(String name, Block columns) {
    int line = columns.line(name);
    if (table.isPresent() && !names(table.get()).contains(name)) {
      problems.add(
          line,
          "unknown column '%s'; %s have %s"
              .formatted(name, table.get().dataset(), String.join(", ", names(table.get()))));
      return null;
    }
    Node node = columns.node(name);
    if (node instanceof ScalarNode) {
      return columns
          .text(name)
          .map(header -> new MappedColumn(header, "", List.of(), Map.of(), line))
          .orElse(null);
    }
    Block options = new Block(node, "'" + name + "'", problems);
    options.demand(KEYS, Set.of());
    String header = options.text("column").orElse("");
    String otherwise = options.text("default").orElse("");
    if (header.isEmpty() && otherwise.isEmpty()) {
      problems.add(line, "'%s' needs a 'column' or a 'default'".formatted(name));
    }
    Map<String, String> values = values(name, options);
    checkDefault(name, options, values);
    return new MappedColumn(header, otherwise, formats(name, options), values, line);
  }

  private List<String> formats(String name, Block options) {
    List<String> patterns = new ArrayList<>();
    for (Block.Text pattern : options.texts("formats")) {
      patterns.add(pattern.value());
      DatePattern.fault(pattern.value())
          .ifPresent(
              fault ->
                  problems.add(pattern.line(), "format '%s' %s".formatted(pattern.value(), fault)));
    }
    if (!patterns.isEmpty() && table.isPresent() && !isDate(name)) {
      problems.add(options.line("formats"), "'formats' is for dates; '%s' is none".formatted(name));
    }
    return patterns;
  }

  private Map<String, String> values(String name, Block options) {
    Map<String, String> values = new TreeMap<>();
    if (options.node("values") == null) {
      return values;
    }
    Block labels = new Block(options.node("values"), "'values'", problems);
    if (table.isPresent() && !hasLabels(table.get(), name) && content(name) != Content.FLAG) {
      problems.add(options.line("values"), "'values' is for labels; '%s' has none".formatted(name));
      return values;
    }
    for (String label : labels.keys()) {
      Optional<String> text = labels.text(label);
      if (text.isPresent()) {
        Optional<String> code = code(name, text.get());
        if (code.isEmpty()) {
          problems.add(labels.line(label), "'%s' %s".formatted(text.get(), unknown(name)));
        }
        values.put(LabelText.key(label), code.orElse(""));
      }
    }
    return values;
  }

  private void checkDefault(String name, Block options, Map<String, String> values) {
    Optional<String> text = options.text("default");
    if (text.isPresent()
        && table.isPresent()
        && (hasLabels(table.get(), name) || content(name) == Content.FLAG)
        && !values.containsKey(LabelText.key(text.get()))
        && code(name, text.get()).isEmpty()) {
      problems.add(options.line("default"), "default '%s' %s".formatted(text.get(), unknown(name)));
    }
  }

  /** What a text of the mapping stands for; empty if nothing. Unknown datasets are said before. */
  private Optional<String> code(String name, String text) {
    if (table.isEmpty()) {
      return Optional.of(text);
    }
    if (content(name) == Content.FLAG) {
      String key = LabelText.key(text);
      boolean known = seeds.marks("yes").contains(key) || seeds.marks("no").contains(key);
      return known ? Optional.of(text) : Optional.empty();
    }
    Optional<String> code =
        name.equals(TOWN)
            ? seeds.towns().code(text)
            : seeds.vocabulary(vocabulary(name)).code(text);
    return open.contains(name) ? code.or(() -> Optional.of(LabelText.oneLine(text))) : code;
  }

  private String unknown(String name) {
    if (content(name) == Content.FLAG) {
      return "is neither yes nor no";
    }
    return name.equals(TOWN)
        ? "is no town of towns.csv; add it there or to 'open'"
        : "is no code of %s.csv; known are %s"
            .formatted(
                vocabulary(name),
                String.join(", ", seeds.vocabulary(vocabulary(name)).labels().keySet()));
  }

  private String vocabulary(String name) {
    return table.orElseThrow().column(name).vocabulary();
  }

  /** Of the town, that of a label. */
  private Content content(String name) {
    return name.equals(TOWN) || table.isEmpty()
        ? Content.LABEL
        : table.get().column(name).content();
  }

  private boolean isDate(String name) {
    return content(name) == Content.DATE || content(name) == Content.TIME;
  }

  static boolean hasLabels(ArchiveTable table, String name) {
    return name.equals(TOWN)
        || table.columns().stream()
            .anyMatch(column -> column.name().equals(name) && column.content() == Content.LABEL);
  }

  private static List<String> names(ArchiveTable table) {
    List<String> names = new ArrayList<>(List.of(TOWN));
    table.columns().stream().map(ExportColumn::name).forEach(names::add);
    return names;
  }
}

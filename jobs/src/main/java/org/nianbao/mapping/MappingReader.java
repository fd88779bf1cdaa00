package org.nianbao.mapping;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of mappings and checks all that can be checked without the exports. */
final class MappingReader {
  private static final Set<String> KEYS =
      ordered("name", "dataset", "files", "encoding", "sheet", "columns", "open", "zone");
  private static final Set<String> REQUIRED = ordered("name", "dataset", "files", "columns");
  private static final String ASCII =
      "\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

  private final String file;
  private final Seeds seeds;
  private final Problems problems;

  MappingReader(String file, Seeds seeds) {
    this.file = file;
    this.seeds = seeds;
    this.problems = new Problems(file);
  }

  SourceMappings read(Path path) {
    Node root = root(path);
    List<SourceMapping> mappings = new ArrayList<>();
    if (root != null) {
      Block top = new Block(root, "the file", problems);
      top.demand(Set.of("sources"), Set.of("sources"));
      Set<String> names = new LinkedHashSet<>();
      for (Node node : top.nodes("sources")) {
        Block block = new Block(node, "a source", problems);
        SourceMapping mapping = mapping(block);
        if (!mapping.name().isEmpty() && !names.add(mapping.name())) {
          problems.add(block.line("name"), "name '%s' is taken already".formatted(mapping.name()));
        }
        mappings.add(mapping);
      }
    }
    problems.raise();
    return new SourceMappings(mappings);
  }

  private Node root(Path path) {
    try {
      String text = Files.readString(path).replace("\uFEFF", "");
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        problems.add(1, "the file is empty");
      }
      return root;
    } catch (IOException e) {
      throw new MappingException(
          List.of(
              "Cannot use "
                  + path
                  + ": it cannot be read as UTF-8 text; save it as UTF-8, or check --sources"));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(line, "it is no YAML: %s".formatted(e.getProblem()));
    } catch (YAMLException e) {
      problems.add(1, "it is no YAML: %s".formatted(e.getMessage()));
    }
    return null;
  }

  private SourceMapping mapping(Block block) {
    block.demand(KEYS, REQUIRED);
    Optional<ArchiveTable> table = table(block);
    Set<String> open =
        block.texts("open").stream()
            .map(Block.Text::value)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, MappedColumn> columns = Map.of();
    if (block.node("columns") != null) {
      Block named = new Block(block.node("columns"), "'columns'", problems);
      columns = new ColumnReader(table, open, seeds, problems).read(named, block.line("columns"));
      checkOpen(block, table, named.keys());
    }
    return new SourceMapping(
        file,
        block.text("name").orElse(""),
        table.map(ArchiveTable::dataset).orElse(""),
        block.texts("files").stream().map(glob -> new FileGlob(glob.value(), glob.line())).toList(),
        encoding(block),
        block.text("sheet").orElse(""),
        columns,
        open,
        zone(block));
  }

  private Optional<ArchiveTable> table(Block block) {
    Optional<String> name = block.text("dataset");
    List<ArchiveTable> tables = Archive.TABLES.stream().filter(ArchiveTable::dated).toList();
    Optional<ArchiveTable> table =
        tables.stream().filter(one -> name.equals(Optional.of(one.dataset()))).findFirst();
    if (name.isPresent() && table.isEmpty()) {
      problems.add(
          block.line("dataset"),
          "unknown dataset '%s'; known are %s"
              .formatted(
                  name.get(),
                  tables.stream().map(ArchiveTable::dataset).collect(Collectors.joining(", "))));
    }
    return table;
  }

  private void checkOpen(Block block, Optional<ArchiveTable> table, Set<String> mapped) {
    for (Block.Text column : block.texts("open")) {
      if (!mapped.contains(column.value())) {
        problems.add(
            column.line(),
            "'open' names '%s', which 'columns' does not map".formatted(column.value()));
      } else if (table.isPresent() && !ColumnReader.hasLabels(table.get(), column.value())) {
        problems.add(
            column.line(),
            "'open' names '%s', which holds no labels of a list".formatted(column.value()));
      }
    }
  }

  private String encoding(Block block) {
    String name = block.text("encoding").orElse(SourceMapping.AUTO);
    if (!name.equals(SourceMapping.AUTO) && !splittable(name)) {
      problems.add(
          block.line("encoding"),
          "unknown encoding '%s'; write auto, or a character set such as UTF-8, GB18030 or windows-1252"
              .formatted(name));
    }
    return name;
  }

  /** Records are cut at the bytes of quotes and line ends, which must be those of ASCII. */
  private static boolean splittable(String name) {
    try {
      Charset charset = Charset.forName(name);
      boolean stateful = charset.name().contains("2022");
      return charset.name().startsWith("UTF-16")
          || (!stateful
              && charset.canEncode()
              && ASCII.equals(new String(ASCII.getBytes(charset), StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private ZoneId zone(Block block) {
    Optional<String> name = block.text("zone");
    try {
      return name.map(ZoneId::of).orElse(SourceMapping.CIVIL);
    } catch (DateTimeException e) {
      problems.add(
          block.line("zone"),
          "unknown zone '%s'; write one such as America/Chicago".formatted(name.get()));
      return SourceMapping.CIVIL;
    }
  }

  private static Set<String> ordered(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}

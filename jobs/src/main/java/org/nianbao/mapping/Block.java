package org.nianbao.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Some keys of a YAML file with what stands under them. Every scalar is text: a source whose label
 * is {@code NO} does not mean false.
 */
final class Block {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final int line;
  private final Problems problems;

  /** A text and the line in which it stands. */
  record Text(String value, int line) {}

  /**
   * Reads what should be keys and values.
   *
   * @param what names the place, for messages
   */
  Block(Node node, String what, Problems problems) {
    this.line = line(node);
    this.problems = problems;
    if (!(node instanceof MappingNode block)) {
      problems.add(line, "%s must be keys with values".formatted(what));
      return;
    }
    for (NodeTuple entry : block.getValue()) {
      int at = line(entry.getKeyNode());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problems.add(at, "a key must be one text");
      } else if (lines.putIfAbsent(key.getValue(), at) != null) {
        problems.add(at, "key '%s' stands twice; keep one".formatted(key.getValue()));
      } else {
        values.put(key.getValue(), entry.getValueNode());
      }
    }
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  int line() {
    return line;
  }

  /** The line of a key; of the block, where it has no such key. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** Reports all other keys, and those that are missing. */
  void demand(Set<String> known, Set<String> required) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problems.add(
            line(key), "unknown key '%s'; known are %s".formatted(key, String.join(", ", known)));
      }
    }
    for (String key : required) {
      if (!values.containsKey(key)) {
        problems.add(line, "key '%s' is missing".formatted(key));
      }
    }
  }

  Node node(String key) {
    return values.get(key);
  }

  /** One text; empty, and a problem, where there is something else. */
  Optional<String> text(String key) {
    Node node = values.get(key);
    return node == null ? Optional.empty() : scalar(node, key).map(Text::value);
  }

  /** A list of texts; one text alone is a list of one. */
  List<Text> texts(String key) {
    List<Text> texts = new ArrayList<>();
    for (Node node : nodes(key)) {
      scalar(node, key).ifPresent(texts::add);
    }
    return texts;
  }

  /** The members of a list; what is no list is its one member. */
  List<Node> nodes(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      return List.of(node);
    }
    if (list.getValue().isEmpty()) {
      problems.add(line(key), "'%s' is empty".formatted(key));
    }
    return list.getValue();
  }

  private Optional<Text> scalar(Node node, String key) {
    if (!(node instanceof ScalarNode scalar)) {
      problems.add(line(node), "'%s' must be text".formatted(key));
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      problems.add(line(node), "'%s' is empty".formatted(key));
      return Optional.empty();
    }
    return Optional.of(new Text(scalar.getValue(), line(node)));
  }
}

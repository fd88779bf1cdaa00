package org.nianbao.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file of mappings, gathered so that all of it is said at once. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  private record Problem(int line, String text) {}

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String problem) {
    found.add(new Problem(line, problem));
  }

  /**
   * Stops if anything is wrong.
   *
   * @throws MappingException naming file and line of all of it, in the order of the file
   */
  void raise() {
    if (!found.isEmpty()) {
      throw new MappingException(
          found.stream()
              .distinct()
              .sorted(Comparator.comparing(Problem::line))
              .map(problem -> sentence(file, problem.line(), problem.text()))
              .toList());
    }
  }

  static String sentence(String file, int line, String problem) {
    return "Cannot use " + file + " line " + line + ": " + problem;
  }
}

package org.nianbao.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nianbao.seed.Seeds;

/**
 * The mappings of one run.
 *
 * @param all in the order of their file
 */
public record SourceMappings(List<SourceMapping> all) {
  public static final SourceMappings NONE = new SourceMappings(List.of());

  public SourceMappings {
    all = List.copyOf(all);
  }

  /**
   * Reads and checks a file of mappings.
   *
   * @throws MappingException naming file and line of all that is wrong
   */
  public static SourceMappings read(Path file, Seeds seeds) {
    return new MappingReader(file.toString(), seeds).read(file);
  }

  /** The mapping that claims a file; {@link SourceMapping#NONE} if none does. */
  public SourceMapping claiming(String file) {
    return all.stream()
        .filter(mapping -> mapping.claim(file).isPresent())
        .findFirst()
        .orElse(SourceMapping.NONE);
  }

  /**
   * Demands that no two mappings claim one file: which of them it follows would be chance.
   *
   * @throws MappingException naming the lines of all that meet
   */
  public void demandOneClaim(List<String> files) {
    Map<Meeting, List<String>> claimed = new LinkedHashMap<>();
    for (String file : files) {
      SourceMapping first = claiming(file);
      for (SourceMapping other : all) {
        if (!other.equals(first) && other.claim(file).isPresent()) {
          Meeting meeting =
              new Meeting(
                  first,
                  first.claim(file).orElseThrow().line(),
                  other,
                  other.claim(file).orElseThrow().line());
          claimed.computeIfAbsent(meeting, key -> new ArrayList<>()).add(file);
        }
      }
    }
    List<String> problems = new ArrayList<>();
    claimed.forEach((meeting, met) -> problems.add(meeting.sentence(met)));
    raise(problems);
  }

  /**
   * Demands that each mapped column is in some file: one that is in none is misspelt.
   *
   * @param absent by mapping, the columns that none of its files has
   * @throws MappingException naming the line of each
   */
  public void demandColumns(Map<SourceMapping, Set<String>> absent) {
    List<String> problems = new ArrayList<>();
    absent.forEach(
        (mapping, columns) ->
            columns.forEach(
                column ->
                    problems.add(
                        Problems.sentence(
                            mapping.place(),
                            mapping.column(column).line(),
                            "no file of '%s' has the column '%s'; check its spelling"
                                .formatted(mapping.name(), mapping.column(column).header())))));
    raise(problems);
  }

  private static void raise(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new MappingException(problems);
    }
  }

  /** Two mappings that claim the same files, and the lines in which they do. */
  private record Meeting(SourceMapping first, int firstLine, SourceMapping other, int otherLine) {
    String sentence(List<String> files) {
      String more = files.size() == 1 ? "" : " and " + (files.size() - 1) + " more";
      return Problems.sentence(
          other.place(),
          otherLine,
          "'%s' claims %s%s, as '%s' does in line %d; let one mapping claim a file"
              .formatted(other.name(), files.get(0), more, first.name(), firstLine));
    }
  }
}

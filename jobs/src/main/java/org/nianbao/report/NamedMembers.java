package org.nianbao.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The members of one list that the rows of a table name. A label that no list has, such as 未归类, is
 * told by its column: its number belongs to no member, and least of all to the one above it.
 */
final class NamedMembers {
  private static final String OF_NO_LIST = "?";

  private final Function<String, Optional<String>> member;
  private final Predicate<String> foreign;
  private final Set<Integer> columns;

  /**
   * Looks where the members of a list stand.
   *
   * @param member the member that a text names
   * @param foreign whether a text is a label that no list has
   */
  NamedMembers(Grid table, Function<String, Optional<String>> member, Predicate<String> foreign) {
    this.member = member;
    this.foreign = foreign;
    this.columns =
        table.rows().stream()
            .flatMap(List::stream)
            .filter(cell -> member.apply(cell.text()).isPresent())
            .map(Grid.Cell::column)
            .collect(Collectors.toSet());
  }

  /** The member that some cells of a row name, one of no list, or empty where they name none. */
  String in(List<Grid.Cell> cells) {
    return cells.stream()
        .flatMap(cell -> member.apply(cell.text()).stream())
        .findFirst()
        .orElseGet(
            () ->
                cells.stream()
                        .anyMatch(
                            cell -> columns.contains(cell.column()) && foreign.test(cell.text()))
                    ? OF_NO_LIST
                    : "");
  }

  /** Whether a list has what a row names. */
  static boolean isKnown(String member) {
    return !member.isEmpty() && !member.equals(OF_NO_LIST);
  }
}

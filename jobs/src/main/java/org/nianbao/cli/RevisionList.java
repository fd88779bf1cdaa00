package org.nianbao.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nianbao.table.Field;
import org.nianbao.table.Revisions;
import org.nianbao.table.Shared;

/** Figures that differ, one line each. */
final class RevisionList {
  private static final List<String> HEADER =
      Stream.of(
              Revisions.TABLE_NAME,
              Shared.TOWN,
              Shared.YEAR,
              Revisions.MEMBER,
              Revisions.COLUMN,
              Revisions.BEFORE,
              Revisions.AFTER,
              Revisions.DIFFERENCE,
              Revisions.CAUSE)
          .map(Field::name)
          .toList();

  private RevisionList() {}

  /** Prints nothing where there is none. */
  static void print(List<Revisions.Entry> revisions, PrintStream out) {
    if (revisions.isEmpty()) {
      return;
    }
    List<List<String>> lines = new ArrayList<>(List.of(HEADER));
    for (Revisions.Entry one : revisions) {
      lines.add(
          Stream.of(
                  one.table(),
                  one.town(),
                  one.townYear().year(),
                  one.member(),
                  one.column(),
                  Columns.text(one.before()),
                  Columns.text(one.after()),
                  Columns.text(one.difference()),
                  one.cause())
              .map(Columns::text)
              .toList());
    }
    Columns.print(lines, out);
  }
}

package org.nianbao.edition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.nianbao.table.Field;
import org.nianbao.table.Rejects;
import org.nianbao.table.Shared;

/** The rejected rows of each export, in the words of a clerk who must repair them. */
public final class RejectFiles {
  private RejectFiles() {}

  /**
   * Writes one file for each export that has rejects, below a folder that mirrors the exports.
   * Files of an earlier run whose rejects have been repaired go away.
   *
   * @param rejects rows of {@link Rejects} in its order
   * @param rules label by rule
   */
  public static void write(Path folder, Iterator<Row> rejects, Map<String, String> rules) {
    Delivery.replaceFolder(folder, part -> writeAll(part, rejects, rules));
  }

  private static void writeAll(Path folder, Iterator<Row> rejects, Map<String, String> rules) {
    List<String> header =
        List.of(
            Rejects.LINE.label(),
            Rejects.COLUMN.label(),
            Rejects.VALUE.label(),
            Rejects.RULE.label(),
            Rejects.ADVICE.label(),
            Rejects.CORRECTED.label());
    List<List<String>> lines = new ArrayList<>();
    String source = null;
    while (rejects.hasNext()) {
      Row row = rejects.next();
      String next = row.getAs(Shared.SOURCE_FILE.name());
      if (source != null && !next.equals(source)) {
        CsvTable.write(folder.resolve(source + ".csv"), header, lines.iterator());
        lines.clear();
      }
      source = next;
      lines.add(line(row, rules));
    }
    if (source != null) {
      CsvTable.write(folder.resolve(source + ".csv"), header, lines.iterator());
    }
  }

  private static List<String> line(Row row, Map<String, String> rules) {
    String rule = row.getAs(Rejects.RULE.name());
    return List.of(
        String.valueOf(row.<Long>getAs(Rejects.LINE.name())),
        text(row, Rejects.COLUMN),
        text(row, Rejects.VALUE),
        rules.getOrDefault(rule, rule),
        text(row, Rejects.ADVICE),
        "");
  }

  private static String text(Row row, Field field) {
    return CellText.of(row.getAs(field.name()), field.type());
  }
}

package org.nianbao.edition;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.collections4.iterators.PeekingIterator;
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
    PeekingIterator<Row> rows = PeekingIterator.peekingIterator(rejects);
    while (rows.hasNext()) {
      String source = fileOf(rows.peek());
      CsvTable.write(folder.resolve(source + ".csv"), header, new OfOneFile(source, rows, rules));
    }
  }

  private static String fileOf(Row reject) {
    return reject.getAs(Shared.SOURCE_FILE.name());
  }

  /** The lines of one file, as they come: nobody knows how many there are. */
  private record OfOneFile(String source, PeekingIterator<Row> rows, Map<String, String> rules)
      implements Iterator<List<String>> {
    @Override
    public boolean hasNext() {
      return rows.hasNext() && fileOf(rows.peek()).equals(source);
    }

    @Override
    public List<String> next() {
      return line(rows.next(), rules);
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

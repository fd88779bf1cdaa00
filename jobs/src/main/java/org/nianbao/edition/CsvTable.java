package org.nianbao.edition;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Row;
import org.nianbao.table.Field;
import org.nianbao.table.Rejects;
import org.nianbao.table.Table;

/**
 * A table as a CSV file: UTF-8 with a byte order mark, so that Excel reads it, RFC 4180, header in
 * ASCII names.
 */
public final class CsvTable {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvTable() {}

  /**
   * Writes a table. Rejects show rows as they are, to their owner alone.
   *
   * @param rows in the table's order, with its columns
   * @return the number of rows written
   */
  public static long write(Path folder, Table table, Iterator<Row> rows) {
    List<String> header = table.fields().stream().map(Field::name).toList();
    Iterator<List<String>> lines =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public List<String> next() {
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
              cells.add(CellText.of(row.get(i), table.fields().get(i).type()));
            }
            return cells;
          }
        };
    Path file = folder.resolve(table.name() + ".csv");
    long[] count = {0};
    Delivery.Content content = part -> count[0] = print(part, header, lines);
    if (table.equals(Rejects.TABLE)) {
      Delivery.replaceClosed(file, content);
    } else {
      Delivery.replace(file, content);
    }
    return count[0];
  }

  /**
   * Writes texts as they are.
   *
   * @return the number of lines written below the header
   */
  public static long write(Path file, List<String> header, Iterator<List<String>> lines) {
    long[] count = {0};
    Delivery.replace(file, part -> count[0] = print(part, header, lines));
    return count[0];
  }

  private static long print(Path part, List<String> header, Iterator<List<String>> lines)
      throws IOException {
    long count = 0;
    try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      writer.write(BYTE_ORDER_MARK);
      CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
      printer.printRecord(header);
      while (lines.hasNext()) {
        printer.printRecord(lines.next());
        count++;
      }
      printer.flush();
    }
    return count;
  }
}

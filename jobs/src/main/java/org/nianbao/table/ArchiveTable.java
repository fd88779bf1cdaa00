package org.nianbao.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The contract of an archive table: every valid row of every export of one dataset, append-only and
 * partitioned by year, with the file and record it came from.
 *
 * @param dataset its name in exports, logs and mappings
 * @param label the Chinese name that people read
 * @param columns what an export may bring, besides the town
 * @param counted the column whose date decides the year of a row
 * @param carriesOver whether a thing of one year may be settled in a later one, so that a year's
 *     results need the rows of the years before it
 * @param identity the columns that make two rows states of the same thing; a supplier because
 *     expressions are built where they are used
 */
public record ArchiveTable(
    String dataset,
    String label,
    List<ExportColumn> columns,
    String counted,
    boolean carriesOver,
    Supplier<List<Column>> identity)
    implements Serializable {

  /** The code of a label that no seed knows: its row is kept, so that totals stay right. */
  public static final String UNMAPPED = "unmapped";

  public static final String UNMAPPED_LABEL = "未归类";

  public static final Field RECORD =
      Field.count(
          "record", "记录号", "", "Number of the record in its file; the first below the header is 1");
  public static final Field LOAD =
      Field.text(
          "load", "装载批次", "The load that brought the row; only loads that the log knows count");

  public ArchiveTable {
    columns = List.copyOf(columns);
  }

  public ExportColumn column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(dataset + " has no column " + name));
  }

  /** Whether its rows have days; declared figures have only years. */
  public boolean dated() {
    return countedColumn().content() != Content.YEAR;
  }

  public ExportColumn countedColumn() {
    return column(counted);
  }

  public Table table() {
    List<Field> fields = new ArrayList<>(List.of(Shared.TOWN_CODE, Shared.YEAR));
    for (ExportColumn column : columns) {
      if (column.content() == Content.YEAR || !column.kept()) {
        continue;
      }
      fields.add(column.field());
      if (column.content() == Content.LABEL) {
        fields.add(column.unmappedText());
      }
    }
    fields.addAll(List.of(Shared.SOURCE_FILE, RECORD, LOAD));
    return new Table(
        dataset, label, "One row per valid record of an export", List.of(LOAD, RECORD), fields);
  }

  /** The columns that say what a record states; two records that agree on them are copies. */
  public List<Column> statement() {
    List<Column> statement = new ArrayList<>();
    for (Field field : table().fields()) {
      if (!List.of(Shared.SOURCE_FILE, RECORD, LOAD).contains(field)) {
        statement.add(field.col());
      }
    }
    return statement;
  }

  /** The day of the latest event that a row tells of; null where its dataset has no dates. */
  public Column latestEvent() {
    List<Column> events =
        columns.stream()
            .filter(ExportColumn::bounded)
            .map(column -> column.field().col().cast("date"))
            .toList();
    return switch (events.size()) {
      case 0 -> functions.lit(null).cast("date");
      case 1 -> events.get(0);
      default -> functions.greatest(events.toArray(Column[]::new));
    };
  }
}

package org.nianbao.table;

import static org.nianbao.table.ArchiveTable.LOAD;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;

/**
 * Ledger of what the rows of a load say in a year, apart from their numbers and the year: the
 * smallest hashes of it. A load never changes, so that it is looked at once, when another one first
 * looks like it. Hashes of anything else belong into a table of another name.
 */
public final class ContentSamples {
  public static final Field ONE_IN =
      Field.count("one_in", "抽样比", "行", "One row in so many was looked at; 1: all were");
  public static final Field ROWS =
      Field.count("rows_seen", "抽样行数", "行", "The rows that were looked at");
  public static final Field DISTINCT =
      Field.count("distinct_rows", "不同行数", "行", "How many different ones are among them");
  public static final Field HASHES =
      new Field(
          "hashes",
          DataTypes.createArrayType(DataTypes.LongType),
          "内容散列",
          "",
          "The smallest hashes of the different ones, in order",
          "");

  public static final Table TABLE =
      new Table(
          "content_samples",
          "内容抽样台账",
          "One row per load, year and rate of sampling",
          List.of(LOAD, YEAR, ONE_IN),
          List.of(LOAD, YEAR, ONE_IN, ROWS, DISTINCT, HASHES));

  private ContentSamples() {}

  /** Whose content, and of how many rows one was looked at. */
  public record Key(String load, int year, long oneIn) {}

  /**
   * One row of the ledger.
   *
   * @param hashes in their order
   */
  public record Entry(Key key, long rows, long distinct, List<Long> hashes) {
    public Entry {
      hashes = List.copyOf(hashes);
    }

    /** Whether at least half of the rows can be told apart. */
    public boolean tells() {
      return distinct * 2 >= rows;
    }

    public Row toRow() {
      return RowFactory.create(key.load(), key.year(), key.oneIn(), rows, distinct, hashes);
    }

    public static Entry of(Row row) {
      return new Entry(
          new Key(row.getString(0), row.getInt(1), row.getLong(2)),
          row.getLong(3),
          row.getLong(4),
          row.getList(5));
    }
  }
}

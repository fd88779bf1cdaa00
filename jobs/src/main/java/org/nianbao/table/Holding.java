package org.nianbao.table;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The valid rows that one export has of a town and year.
 *
 * @param firstOn earliest counting date; null where the dataset has only years
 * @param lastOn latest counting date; null where the dataset has only years
 * @param months the months that have rows: bit 0 is January
 */
public record Holding(
    String townCode, int year, long rows, LocalDate firstOn, LocalDate lastOn, int months)
    implements Serializable {

  private static final int ALL_MONTHS = 0xFFF;

  static final ArrayType TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add("town_code", DataTypes.StringType)
              .add("year", DataTypes.IntegerType)
              .add("rows", DataTypes.LongType)
              .add("first_on", DataTypes.DateType)
              .add("last_on", DataTypes.DateType)
              .add("months", DataTypes.IntegerType));

  /**
   * One row.
   *
   * @param day its counting date; null where the dataset has only years
   */
  public static Holding of(String townCode, int year, LocalDate day) {
    int months = day == null ? ALL_MONTHS : 1 << (day.getMonthValue() - 1);
    return new Holding(townCode, year, 1, day, day, months);
  }

  public Holding plus(Holding other) {
    return new Holding(
        townCode,
        year,
        rows + other.rows,
        Days.earlier(firstOn, other.firstOn),
        Days.later(lastOn, other.lastOn),
        months | other.months);
  }

  public TownYear townYear() {
    return new TownYear(townCode, year);
  }

  Row toRow() {
    return RowFactory.create(townCode, year, rows, firstOn, lastOn, months);
  }

  static List<Holding> of(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Holding(
                    row.getString(0),
                    row.getInt(1),
                    row.getLong(2),
                    row.getAs(3),
                    row.getAs(4),
                    row.getInt(5)))
        .toList();
  }
}

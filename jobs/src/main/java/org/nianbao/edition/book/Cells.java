package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.StatutoryTables;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.trend.TownComparison;

/** What stands in the cells of a sheet for the values of a result table. */
final class Cells {
  private static final String YES = "是";
  private static final String NO = "否";

  /** What a row is about: empty only where nobody knows it. */
  private static final Set<Field> VALUES =
      Set.of(YearlyMeasures.VALUE, Trends.PREVIOUS_VALUE, StatutoryTables.VALUE);

  private static final Set<Field> CHANGES = Set.of(Trends.CHANGE, Trends.CHANGE_RATE);
  private static final Set<Field> CHANGES_OF_MEMBERS =
      Set.of(Trends.SHARE_CHANGE, Trends.CONTRIBUTION, Trends.CONTRIBUTION_POINTS);
  private static final Set<Field> RANKS =
      Set.of(
          TownComparison.RANK,
          TownComparison.RANK_LOW,
          TownComparison.RANK_HIGH,
          TownComparison.PERCENTILE,
          TownComparison.DISTANCE);

  private final Formats formats;

  Cells(Formats formats) {
    this.formats = formats;
  }

  /**
   * The cell of a column.
   *
   * @param place of the column in the row's table
   */
  Cell of(ResultRow row, int place) {
    Field field = row.table().fields().get(place);
    Object value = row.values().get(place);
    if (value == null) {
      return field.isNumber() ? unknown(row, field) : Cell.EMPTY;
    }
    if (field.isNumber()) {
      BigDecimal number = row.number(field);
      return Cell.of(number, formats.of(row, field, number));
    }
    return value instanceof Boolean flag ? Cell.of(flag ? YES : NO) : Cell.of(value);
  }

  private static Cell unknown(ResultRow row, Field field) {
    if (isWithheld(row, field)) {
      return Cell.of(Mark.NOT_COMPARABLE);
    }
    boolean counts = field.type().equals(DataTypes.LongType);
    return (counts || VALUES.contains(field)) && !isWithoutBase(row)
        ? Cell.of(Mark.MISSING)
        : Cell.EMPTY;
  }

  private static boolean isWithheld(ResultRow row, Field field) {
    if (row.has(Trends.COMPARABLE)) {
      boolean asked =
          CHANGES.contains(field)
              || (CHANGES_OF_MEMBERS.contains(field) && row.text(Trends.MEMBER) != null);
      return asked && !row.flag(Trends.COMPARABLE);
    }
    return RANKS.contains(field)
        && row.has(TownComparison.REASON)
        && row.text(TownComparison.REASON) != null;
  }

  /** A rate of nothing is known not to exist. */
  private static boolean isWithoutBase(ResultRow row) {
    return row.has(Shared.DENOMINATOR)
        && row.value(Shared.DENOMINATOR) != null
        && row.number(Shared.DENOMINATOR).signum() == 0;
  }
}

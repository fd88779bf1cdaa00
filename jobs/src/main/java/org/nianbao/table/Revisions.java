package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Figures that differ between two states of the results. */
public final class Revisions {
  public static final Field TABLE_NAME = Field.text("table", "统计表", "Name of the yearly table");
  public static final Field MEMBER =
      Field.text("member", "分项", "The rest of the row's key, such as category=finance");
  public static final Field COLUMN = Field.text("column", "列", "The column that differs");
  public static final Field BEFORE = Field.text("before", "修订前", "Empty: there was none");
  public static final Field AFTER = Field.text("after", "修订后", "Empty: there is none any more");
  public static final Field DIFFERENCE =
      Field.number("difference", "差", "after − before, where both are numbers");
  public static final Field CAUSE =
      Field.text("cause", "原因", "The exports, lists or days that caused it");
  public static final Field TABLE_LABEL = TABLE_NAME.shown();
  public static final Field MEMBER_LABEL = MEMBER.shown();
  public static final Field COLUMN_LABEL = COLUMN.shown();
  public static final Field UNIT = YearlyMeasures.UNIT;

  public static final Table TABLE =
      new Table(
          "revisions",
          "数据修订",
          "One row per table, town, year, member and column that differs",
          List.of(TABLE_NAME, TOWN_CODE, YEAR, MEMBER, COLUMN),
          List.of(
              TABLE_NAME,
              TOWN_CODE,
              TOWN,
              YEAR,
              MEMBER,
              COLUMN,
              BEFORE,
              AFTER,
              DIFFERENCE,
              CAUSE,
              TABLE_LABEL,
              MEMBER_LABEL,
              COLUMN_LABEL,
              UNIT));

  private Revisions() {}

  /**
   * One figure.
   *
   * @param before null where there was none
   * @param after null where there is none any more
   * @param difference null unless both are numbers
   */
  public record Entry(
      String table,
      TownYear townYear,
      String town,
      String member,
      String column,
      String before,
      String after,
      BigDecimal difference,
      String cause,
      String tableLabel,
      String memberLabel,
      String columnLabel,
      String unit) {

    /** Whether it is a total or rate of a whole year. */
    public boolean isTotal() {
      return table.equals(YearlyMeasures.TABLE.name())
          && column.equals(YearlyMeasures.VALUE.name());
    }

    public Entry because(String newCause) {
      return new Entry(
          table,
          townYear,
          town,
          member,
          column,
          before,
          after,
          difference,
          newCause,
          tableLabel,
          memberLabel,
          columnLabel,
          unit);
    }

    public Row toRow() {
      return RowFactory.create(
          table,
          townYear.townCode(),
          town,
          townYear.year(),
          member,
          column,
          before,
          after,
          difference,
          cause,
          tableLabel,
          memberLabel,
          columnLabel,
          unit);
    }

    public static Entry of(Row row) {
      return new Entry(
          row.getAs(TABLE_NAME.name()),
          new TownYear(row.getAs(TOWN_CODE.name()), row.getAs(YEAR.name())),
          row.getAs(TOWN.name()),
          row.getAs(MEMBER.name()),
          row.getAs(COLUMN.name()),
          row.getAs(BEFORE.name()),
          row.getAs(AFTER.name()),
          row.getAs(DIFFERENCE.name()),
          row.getAs(CAUSE.name()),
          row.getAs(TABLE_LABEL.name()),
          row.getAs(MEMBER_LABEL.name()),
          row.getAs(COLUMN_LABEL.name()),
          row.getAs(UNIT.name()));
    }
  }
}

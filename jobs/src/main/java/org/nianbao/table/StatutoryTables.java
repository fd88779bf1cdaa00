package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** The tables of the yearly report, in the form that its report year has to use. */
public final class StatutoryTables {
  /** The number was counted from rows of exports; nothing in a year that is known is zero. */
  public static final String COUNTED = "counted";

  /** The town typed it in. */
  public static final String DECLARED = "declared";

  /** Nobody knows it: the cell is blank, which is not zero. */
  public static final String NOT_AVAILABLE = "not_available";

  public static final Field FORM =
      Field.text("form", "报告格式", "Form of the report, by the first year that has to use it");
  public static final Field FORM_TABLE =
      Field.text("table", "表", "Table of the form: its number, or statistics for the 统计表");
  public static final Field ROW = Field.text("row", "行", "Row of the table");
  public static final Field COLUMN = Field.text("column", "列", "Column of the table");
  public static final Field VALUE = Field.number("value", "数值", "The number; empty: not available");
  public static final Field VALUE_KIND =
      Field.text("value_kind", "数值来源", "counted, declared or not_available");
  public static final Field UNIT = Field.text("unit", "计量单位", "What the number counts");
  public static final Field LINE = Field.integer("line", "行次", "Place of the row from the top");
  public static final Field PLACE =
      Field.integer("place", "列次", "Place of the column from the left");
  public static final Field TABLE_LABEL = Field.text("table_label", "表名", "Title of the table");
  public static final Field GROUP = Field.text("group", "分组", "Heading above the row");
  public static final Field ROW_LABEL = Field.text("row_label", "行名称", "The row as printed");
  public static final Field COLUMN_LABEL =
      Field.text("column_label", "列名称", "The column as printed");

  public static final Table TABLE =
      new Table(
          "statutory_tables",
          "年度报告法定表格",
          "One row per town, year and cell of the form of that year",
          List.of(TOWN_CODE, YEAR, FORM_TABLE, LINE, PLACE),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              FORM,
              FORM_TABLE,
              ROW,
              COLUMN,
              VALUE,
              VALUE_KIND,
              UNIT,
              LINE,
              PLACE,
              TABLE_LABEL,
              GROUP,
              ROW_LABEL,
              COLUMN_LABEL));

  private StatutoryTables() {}
}

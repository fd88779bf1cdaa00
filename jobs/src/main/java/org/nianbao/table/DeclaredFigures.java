package org.nianbao.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.List;

/** Archive of declared figures: one row per yearly number that a town typed in. */
public final class DeclaredFigures {
  public static final Field MEASURE = Field.code("measure", "measures", "指标", "Measure");
  public static final Field MEMBER =
      Field.text(
          "member", "分项", "Member of a breakdown, by its label; empty for the measure itself");
  public static final Field VALUE = Field.number("value", "数值", "The number");
  public static final Field UNIT = Field.text("unit", "计量单位", "What the number counts");
  public static final Field APPROXIMATE =
      Field.flag("approximate", "约数", "Whether it is said with 约");
  public static final Field NOTE = Field.text("note", "说明", "Where the number comes from");

  public static final ArchiveTable ARCHIVE =
      new ArchiveTable(
          "declared_figures",
          "填报数据",
          List.of(
              ExportColumn.of(Shared.YEAR, Content.YEAR),
              ExportColumn.label(MEASURE),
              ExportColumn.of(MEMBER, Content.TEXT),
              ExportColumn.of(VALUE, Content.NUMBER),
              ExportColumn.of(UNIT, Content.TEXT),
              ExportColumn.of(APPROXIMATE, Content.FLAG),
              ExportColumn.of(NOTE, Content.PROSE)),
          Shared.YEAR.name(),
          false,
          () ->
              List.of(
                  Shared.TOWN_CODE.col(),
                  Shared.YEAR.col(),
                  MEASURE.col(),
                  coalesce(MEMBER.col(), lit(""))));

  private DeclaredFigures() {}
}

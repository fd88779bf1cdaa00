package org.nianbao.table;

import java.util.List;

/** Grain: one figure that a report of the past printed; a file that a person reviews. */
public final class PublishedFigures {
  public static final Field SECTION = Field.text("section", "章节", "Section of the report");
  public static final Field MEASURE =
      Field.text("measure", "指标", "Measure of the seeds list published_figures");
  public static final Field DIMENSION = Field.text("dimension", "分项", "Breakdown, or total");
  public static final Field MEMBER = Field.text("member", "成员", "Member of the breakdown");
  public static final Field VALUE = Field.text("value", "数值", "The number as printed");
  public static final Field UNIT = Field.text("unit", "单位", "Unit as printed");
  public static final Field APPROXIMATE =
      Field.flag("approximate", "约数", "Whether it is said with 约");
  public static final Field SOURCE = Field.text("source", "出处", "Report it stands in");
  public static final Field EVIDENCE =
      Field.text("evidence", "依据", "The sentence or cell it was read from");
  public static final Field CONFIDENCE =
      Field.text("confidence", "把握", "How sure the reading is: high, medium or low");
  public static final Field FILE = Field.text("file", "文件", "The file it was read from");

  public static final Table TABLE =
      new Table(
          "published_figures",
          "历年报告公布的数字",
          "One figure that a report of the past printed",
          List.of(Shared.TOWN_CODE, Shared.YEAR, MEASURE, DIMENSION, MEMBER),
          List.of(
              Shared.TOWN_CODE,
              Shared.YEAR,
              SECTION,
              MEASURE,
              DIMENSION,
              MEMBER,
              VALUE,
              UNIT,
              APPROXIMATE,
              SOURCE,
              EVIDENCE,
              CONFIDENCE,
              FILE));

  private PublishedFigures() {}
}

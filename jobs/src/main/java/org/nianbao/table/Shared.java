package org.nianbao.table;

/** Columns that mean the same in every table that has them. */
public final class Shared {
  public static final Field TOWN_CODE =
      Field.code("town_code", "towns", "镇街代码", "GB/T 10114 code of the town");
  public static final Field TOWN = Field.text("town", "镇街", "Name of the town");
  public static final Field YEAR =
      Field.integer("year", "年度", "Report year, 1 January to 31 December");
  public static final Field SOURCE_FILE =
      Field.text("source_file", "来源文件", "Path of the export below its exports folder");
  public static final Field DATASET =
      Field.text("dataset", "数据集", "publications, tickets, requests, disputes or declared_figures");
  public static final Field FIRST_ON =
      Field.date("first_on", "最早日期", "Earliest counting date among the rows");
  public static final Field LAST_ON =
      Field.date("last_on", "最晚日期", "Latest counting date among the rows");
  public static final Field MEASURE = Field.code("measure", "measures", "指标", "Measure");
  public static final Field NUMERATOR = Field.number("numerator", "分子", "Numerator of a rate");
  public static final Field DENOMINATOR =
      Field.number("denominator", "分母", "Denominator of a rate");

  private Shared() {}
}

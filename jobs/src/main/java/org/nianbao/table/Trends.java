package org.nianbao.table;

import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Changes from year to year, of totals and of every member of every breakdown. */
public final class Trends {
  public static final Field DIMENSION =
      Field.text("dimension", "维度", "category, channel, type or source; empty for the total");
  public static final String COVERAGE_BREAK = "coverage_break";
  public static final String SMALL_BASE = "small_base";
  public static final String NO_PREVIOUS_YEAR = "no_previous_year";

  public static final Field MEMBER =
      Field.text("member", "分项", "Code of the member; empty for the total");
  public static final Field VALUE = YearlyMeasures.VALUE;
  public static final Field PREVIOUS_VALUE =
      Field.number("previous_value", "上年数值", "Value of the year before, where there is one");
  public static final Field CHANGE =
      Field.number("change", "增减", "value − previous_value, where the years are comparable");
  public static final Field CHANGE_RATE =
      Field.rate("change_rate", "同比", "change ÷ previous_value, of counts, where it is not zero");
  public static final Field COMPARABLE =
      Field.flag("comparable", "可比", "Whether the two years may be compared");
  public static final Field REASON =
      Field.text("reason", "不可比原因", "coverage_break, small_base or no_previous_year");

  public static final Field MEMBER_LABEL = Field.text("member_label", "分项名称", "Label of member");

  public static final Table TABLE =
      new Table(
          "trends",
          "年度变化",
          "One row per town, measure, member and year that is not missing",
          List.of(TOWN_CODE, MEASURE, DIMENSION, MEMBER, YEAR),
          List.of(
              TOWN_CODE,
              TOWN,
              MEASURE,
              DIMENSION,
              MEMBER,
              YEAR,
              VALUE,
              PREVIOUS_VALUE,
              CHANGE,
              CHANGE_RATE,
              COMPARABLE,
              REASON,
              MEASURE.shown(),
              MEMBER_LABEL));

  private Trends() {}
}

package org.nianbao.table;

import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/** Changes from year to year, of totals and of every member of every breakdown. */
public final class Trends {
  public static final Field DIMENSION =
      Field.text(
          "dimension",
          "维度",
          "category, channel, ticket_type, ticket_source, month …; empty for the total");

  /** The dimension of the months of a year. */
  public static final String MONTH = "month";

  public static final String COVERAGE_BREAK = "coverage_break";
  public static final String TAXONOMY_BREAK = "taxonomy_break";
  public static final String DEFINITION_BREAK = "definition_break";
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
      Field.text(
          "reason",
          "不可比原因",
          "no_previous_year, coverage_break, definition_break, taxonomy_break or small_base");

  public static final Field SHARE =
      Field.rate(
          "share", "占比", "value ÷ the sum of the members, of breakdowns that leave nothing out");
  public static final Field SHARE_CHANGE =
      Field.rate("share_change", "占比变化", "share − share of the year before; × 100 in 百分点");
  public static final Field CONTRIBUTION =
      Field.rate("contribution", "贡献率", "Share of the member's change in the total's change");
  public static final Field CONTRIBUTION_POINTS =
      Field.rate("contribution_points", "拉动", "The member's change ÷ the total of the year before");
  public static final Field GROWTH_FROM =
      Field.integer("growth_from", "增速起点年", "First year of the unbroken comparable series");
  public static final Field ANNUAL_GROWTH =
      Field.rate("annual_growth", "年均增速", "Compound yearly growth since growth_from, of counts");
  public static final Field CHANGE_ON_MONTH =
      Field.number("change_on_month", "环比增减", "Of months: value − value of the month before");
  public static final Field RATE_ON_MONTH =
      Field.rate("rate_on_month", "环比", "change_on_month ÷ value of the month before");

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
              SHARE,
              SHARE_CHANGE,
              CONTRIBUTION,
              CONTRIBUTION_POINTS,
              GROWTH_FROM,
              ANNUAL_GROWTH,
              CHANGE_ON_MONTH,
              RATE_ON_MONTH,
              MEASURE.shown(),
              MEMBER_LABEL));

  private Trends() {}
}

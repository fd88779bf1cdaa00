package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;

/**
 * Links between results: one row per two town-years of which rows of the archive state the same
 * thing, such as a ticket that was handed from one town to another. What is new in one may change
 * the other. A link is never taken back: at worst something is computed that did not change.
 */
public final class Links {
  public static final Field OTHER_TOWN_CODE =
      Field.code("other_town_code", "towns", "另一镇街代码", "Code of the other town");
  public static final Field OTHER_YEAR = Field.integer("other_year", "另一年度", "The other year");

  public static final Table TABLE =
      new Table(
          "links",
          "关联台账",
          "One row per two town-years, in either order",
          List.of(TOWN_CODE, YEAR, OTHER_TOWN_CODE, OTHER_YEAR),
          List.of(TOWN_CODE, YEAR, OTHER_TOWN_CODE, OTHER_YEAR));

  private Links() {}
}

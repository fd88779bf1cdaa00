package org.nianbao.table;

import static org.nianbao.table.Shared.SOURCE_FILE;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.List;

/**
 * What the checks found. A finding is about a town and year, or about a source file; the subject
 * tells apart what a check says of the same one.
 */
public final class Checks {
  public static final String PASS = "pass";
  public static final String FAIL = "fail";

  /** What was compared differs, but rests on exports that do not cover the year. */
  public static final String UNCERTAIN = "uncertain";

  /** There is nothing to compare with. */
  public static final String NOT_ASSESSABLE = "not_assessable";

  public static final String ERROR = "error";

  public static final Field CHECK = Field.code("check", "checks", "检查", "Check");
  public static final Field SEVERITY = Field.text("severity", "级别", "error or warning");
  public static final Field STATUS =
      Field.text("status", "结果", "pass, fail, uncertain or not_assessable");
  public static final Field EXPECTED = Field.number("expected", "应为", "What should be");
  public static final Field ACTUAL = Field.number("actual", "实为", "What is");
  public static final Field DIFFERENCE = Field.number("difference", "差", "actual − expected");
  public static final Field DETAIL = Field.text("detail", "说明", "The finding in words");
  public static final Field SUBJECT =
      Field.text("subject", "对象", "What of the town and year, or of the file, it is about");

  public static final Table TABLE =
      new Table(
          "checks",
          "检查结果",
          "One row per finding: of each check by town and year, or by source file, and subject",
          List.of(CHECK, TOWN_CODE, YEAR, SOURCE_FILE, SUBJECT),
          List.of(
              CHECK,
              SEVERITY,
              TOWN_CODE,
              TOWN,
              YEAR,
              STATUS,
              EXPECTED,
              ACTUAL,
              DIFFERENCE,
              DETAIL,
              SOURCE_FILE,
              SUBJECT,
              CHECK.shown()));

  /** What the findings rest on; stored beside each of them, and not delivered. */
  public static final Field INPUTS =
      Field.text("inputs", "输入指纹", "Fingerprint of the exports, results and rules checked");

  /** The table as the warehouse keeps it. */
  public static final Table STORED = stored();

  private Checks() {}

  private static Table stored() {
    List<Field> fields = new ArrayList<>(TABLE.fields());
    fields.add(INPUTS);
    return new Table(TABLE.name(), TABLE.label(), TABLE.grain(), TABLE.key(), fields);
  }
}

package org.nianbao.lint;

/** What is said of one number of a draft. */
public enum Verdict {
  MATCH("符合", false),
  ROUNDED("四舍五入后一致", false),
  DERIVED("可由数据算出", false),
  OTHER_YEAR("其他年度的数字", true),
  OTHER_TOWN("其他镇街的数字", true),
  CONTRADICTION("与数据不符", true),
  TABLE("与文中表格矛盾", true),
  NO_SOURCE("没有来源", false),
  NO_FIGURE("不是数据", false);

  private final String label;
  private final boolean contradicts;

  Verdict(String label, boolean contradicts) {
    this.label = label;
    this.contradicts = contradicts;
  }

  public String label() {
    return label;
  }

  /** Whether the number is wrong by what the edition knows. */
  public boolean contradicts() {
    return contradicts;
  }

  /** Whether a person has to look at the number. */
  public boolean isOpen() {
    return contradicts || this == NO_SOURCE;
  }
}

package org.nianbao.table;

/** Stands in a cell whose figure is not released. */
public enum Hidden {
  CELL;

  /** As statistical offices mark what is confidential. */
  public static final String MARK = "[c]";

  @Override
  public String toString() {
    return MARK;
  }
}

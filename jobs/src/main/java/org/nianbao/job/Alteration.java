package org.nianbao.job;

/**
 * Something that is no longer as a run left it.
 *
 * @param where the file or table
 * @param detail what is there instead, or empty
 */
public record Alteration(Kind kind, String where, String detail) {

  /** What was altered, in the words of the terminal. */
  public enum Kind {
    SOURCE_CHANGED("来源文件已改动", true),
    /** Exports may be moved away once they were read. */
    SOURCE_GONE("来源文件不在原处，无法核对", false),
    ARCHIVE_ROWS("档案行数与装载时不符", true),
    ARCHIVE_UNREADABLE("档案无法读取", true),
    DELIVERED_CHANGED("交付文件已改动", true),
    DELIVERED_GONE("交付文件已不存在", true),
    DELIVERED_UNKNOWN("不是由运行写出的文件", false),
    MANIFEST_GONE("交付清单 SHA256SUMS 已不存在", true),
    NOTHING_DELIVERED("没有交付过，未核对交付文件", false);

    private final String label;
    private final boolean altered;

    Kind(String label, boolean altered) {
      this.label = label;
      this.altered = altered;
    }

    public String label() {
      return label;
    }

    /** Whether it shows an alteration; else it is something that cannot be looked at. */
    public boolean isAltered() {
      return altered;
    }
  }

  @Override
  public String toString() {
    return kind.label() + "：" + where + (detail.isEmpty() ? "" : "（" + detail + "）");
  }
}

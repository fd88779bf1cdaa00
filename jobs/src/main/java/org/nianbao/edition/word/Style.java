package org.nianbao.edition.word;

/** The styles that a draft uses, by the names that Word keeps them under in any language. */
enum Style {
  TITLE("Title", "标题"),
  SECTION("heading 1", "标题 1"),
  PART("heading 2", "标题 2"),
  TEXT("年报正文", "年报正文"),
  CAPTION("caption", "题注"),
  TABLE_HEAD("年报表头", "年报表头"),
  TABLE("年报表格", "年报表格"),
  CONTENTS_SECTION("toc 1", "目录 1"),
  CONTENTS_PART("toc 2", "目录 2"),
  GAP("年报待填写", "年报待填写");

  private final String stored;
  private final String shown;

  Style(String stored, String shown) {
    this.stored = stored;
    this.shown = shown;
  }

  boolean isCalled(String name) {
    return stored.equalsIgnoreCase(name);
  }

  /** What Word in Chinese shows. */
  String shown() {
    return shown;
  }
}

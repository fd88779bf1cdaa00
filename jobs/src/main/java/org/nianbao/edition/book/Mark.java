package org.nianbao.edition.book;

/** What stands in a cell of numbers that has none, and does not stand for zero. */
enum Mark {
  NOT_COMPARABLE("—", "不可比：两年口径或者数据不可比、不参与位次，不计算；原因见同一行的原因栏"),
  MISSING("缺", "没有数据：没有导出、没有填报，或者导出中没有这一项；不是0"),
  SUPPRESSED("※", "为保护个人信息而不显示的数字；本工作簿预留此符号，目前没有用到");

  private final String text;
  private final String meaning;

  Mark(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  String text() {
    return text;
  }

  String meaning() {
    return meaning;
  }
}

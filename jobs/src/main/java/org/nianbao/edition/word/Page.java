package org.nianbao.edition.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Gap;
import org.nianbao.draft.Grid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;

/** A document that is written from top to bottom in the styles of a template. */
final class Page {
  private final XWPFDocument word;
  private final Template template;
  private int headings;

  Page(XWPFDocument word, Template template) {
    this.word = word;
    this.template = template;
  }

  XWPFParagraph add(Style style, String text) {
    XWPFParagraph paragraph = paragraph(style);
    paragraph.createRun().setText(text);
    return paragraph;
  }

  private XWPFParagraph paragraph(Style style) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(template.id(style));
    return paragraph;
  }

  /** The table of contents of headings that follow. */
  void contents(List<Draft.Section> sections) {
    new Contents(word, template).write(sections);
  }

  /** A heading that the table of contents leads to. */
  void heading(Draft.Section section) {
    headings++;
    BigInteger id = BigInteger.valueOf(headings);
    XWPFParagraph paragraph = paragraph(section.level() == 1 ? Style.SECTION : Style.PART);
    CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
    start.setName(Contents.target(headings));
    start.setId(id);
    paragraph.createRun().setText(section.heading());
    paragraph.getCTP().addNewBookmarkEnd().setId(id);
  }

  void gap(Gap gap) {
    XWPFRun run = paragraph(Style.TEXT).createRun();
    run.setStyle(template.id(Style.GAP));
    run.setTextHighlightColor("yellow");
    run.setText("【待填写：%s】".formatted(gap.what()));
  }

  void table(Grid grid) {
    // A long table with a high header fills a page: it begins on one.
    boolean fillsPage = grid.rows().size() > PrintedTable.KEPT_TOGETHER && grid.headerRows() > 1;
    add(Style.CAPTION, grid.caption()).setPageBreak(fillsPage);
    new PrintedTable(word, template, grid).write();
    if (grid.isOpen()) {
      gap(new Gap("上表标色的空格没有数据，请核实后填写（空白不是零）"));
    }
  }
}

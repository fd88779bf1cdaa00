package org.nianbao.edition.word;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.nianbao.draft.Block;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Gap;
import org.nianbao.draft.Grid;
import org.nianbao.draft.Passage;
import org.nianbao.edition.Document;
import org.nianbao.edition.Edition;
import org.nianbao.edition.OfficeFile;

/** {@code report.docx}: the draft of the yearly report, for a person to go on writing. */
public final class WordDraft implements Document<Edition> {
  private final Template template;

  public WordDraft(Template template) {
    this.template = template;
  }

  @Override
  public String fileName() {
    return "report.docx";
  }

  @Override
  public void write(Edition edition, Path file) throws IOException {
    try (XWPFDocument word = template.open()) {
      write(edition.draft(), new Page(word, template));
      word.enforceUpdateFields();
      OfficeFile.write(word, edition.draft().title(), file);
    }
  }

  private static void write(Draft draft, Page page) {
    page.add(Style.TITLE, draft.title());
    page.contents(draft.sections());
    for (Draft.Section section : draft.sections()) {
      page.heading(section);
      section.blocks().forEach(block -> write(block, page));
    }
    remarks(draft, page);
  }

  private static void write(Block block, Page page) {
    if (block instanceof Passage passage) {
      page.add(Style.TEXT, passage.text());
    } else if (block instanceof Gap gap) {
      page.gap(gap);
    } else if (block instanceof Grid grid) {
      page.table(grid);
    }
  }

  /** What the writer has to know and nobody else: a page of its own, to be taken out. */
  private static void remarks(Draft draft, Page page) {
    page.add(Style.TITLE, "撰稿说明（发布前删除）").setPageBreak(true);
    page.add(Style.TEXT, "文中标色的【待填写】之处和表中标色的空格，须由撰稿人补充或者删除。");
    if (draft.unsaid().isEmpty()) {
      page.add(Style.TEXT, "没有因不可比而未写的同比变化。");
      return;
    }
    page.add(Style.TEXT, "下列数据与上年不可比，正文没有写变化：");
    for (Draft.Unsaid unsaid : draft.unsaid()) {
      page.add(Style.TEXT, "%s：%s。%s。".formatted(unsaid.label(), unsaid.reason(), unsaid.advice()));
    }
  }
}

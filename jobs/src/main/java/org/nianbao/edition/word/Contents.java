package org.nianbao.edition.word;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.nianbao.draft.Draft;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtBlock;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtContentBlock;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/**
 * The table of contents: a field with its entries. Pages are not known before the document is laid
 * out: a word processor fills them in when it updates the fields.
 */
final class Contents {
  private static final String HEADING = "目　录";

  /** By which Word knows a table of contents of its own. */
  private static final String GALLERY = "Table of Contents";

  private static final String FIELD = " TOC \\o \"1-2\" \\h \\z \\u ";

  private static final int SPACE_BELOW = 480;

  private final XWPFDocument word;
  private final Template template;

  Contents(XWPFDocument word, Template template) {
    this.word = word;
    this.template = template;
  }

  /** The bookmark of a heading, by its place among all headings, from 1. */
  static String target(int heading) {
    return "_Toc%08d".formatted(heading);
  }

  void write(List<Draft.Section> sections) {
    CTSdtBlock control = word.getDocument().getBody().addNewSdt();
    control.addNewSdtPr().addNewDocPartObj().addNewDocPartGallery().setVal(GALLERY);
    CTSdtContentBlock content = control.addNewSdtContent();
    paragraph(content, Style.CAPTION).createRun().setText(HEADING);
    for (int i = 0; i < sections.size(); i++) {
      Draft.Section section = sections.get(i);
      XWPFParagraph entry =
          paragraph(content, section.level() == 1 ? Style.CONTENTS_SECTION : Style.CONTENTS_PART);
      if (i == 0) {
        begin(entry);
      }
      entry(entry, section.heading(), target(i + 1));
      if (i == sections.size() - 1) {
        character(entry.getCTP().addNewR(), STFldCharType.END);
        entry.setSpacingAfter(SPACE_BELOW);
      }
    }
  }

  private XWPFParagraph paragraph(CTSdtContentBlock content, Style style) {
    XWPFParagraph paragraph = new XWPFParagraph(content.addNewP(), word);
    paragraph.setStyle(template.id(style));
    return paragraph;
  }

  private static void begin(XWPFParagraph paragraph) {
    character(paragraph.getCTP().addNewR(), STFldCharType.BEGIN);
    instruct(paragraph.getCTP().addNewR(), FIELD);
    character(paragraph.getCTP().addNewR(), STFldCharType.SEPARATE);
  }

  private static void entry(XWPFParagraph paragraph, String heading, String target) {
    CTHyperlink link = paragraph.getCTP().addNewHyperlink();
    link.setAnchor(target);
    link.addNewR().addNewT().setStringValue(heading);
    link.addNewR().addNewTab();
    character(link.addNewR(), STFldCharType.BEGIN);
    instruct(link.addNewR(), " PAGEREF %s \\h ".formatted(target));
    character(link.addNewR(), STFldCharType.SEPARATE);
    character(link.addNewR(), STFldCharType.END);
  }

  private static void character(CTR run, STFldCharType.Enum kind) {
    run.addNewFldChar().setFldCharType(kind);
  }

  private static void instruct(CTR run, String instruction) {
    run.addNewInstrText().setStringValue(instruction);
  }
}

package org.nianbao.edition.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Terms;

/** The end of a page: the files beside it, and how to read its numbers. */
final class Downloads {

  /**
   * A file below the folder of deliverables.
   *
   * @param path from the page
   */
  record Link(String path, String label) {}

  private Downloads() {}

  static void add(Element section, List<Link> links) {
    Element list = section.appendElement("ul").addClass("downloads");
    for (Link link : links) {
      Element item = list.appendElement("li");
      item.appendElement("a").attr("href", link.path()).text(link.label());
    }
    section.appendElement("p").addClass("note").text("链接指向同一次输出的文件夹；单独移动本页后，链接不再有效，页上的内容仍然完整。");
  }

  /** Adds the notes that matter to a kind of page. */
  static void notes(Element section, String document) {
    Element list = section.appendElement("dl");
    String topic = "";
    for (Terms.Note note : Terms.notes(document)) {
      if (!note.topic().equals(topic)) {
        topic = note.topic();
        list.appendElement("dt").text(topic);
      }
      list.appendElement("dd").text(note.text());
    }
  }
}

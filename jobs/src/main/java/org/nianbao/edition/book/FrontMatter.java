package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nianbao.edition.Terms;
import org.nianbao.edition.book.Styles.Look;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;

/** The sheets before the tables: cover, contents, notes. */
final class FrontMatter {
  private static final int WIDTH_OF_TOPIC = 22;
  private static final int WIDTH_OF_TEXT = 96;

  private final Leaf cover;
  private final Leaf contents;
  private final Leaf notes;

  /**
   * One line of the contents.
   *
   * @param years of its rows
   * @param rows their number; negative: no rows to count
   */
  record Entry(Leaf leaf, String years, int rows) {}

  /** Puts the three sheets at the beginning of a book. */
  FrontMatter(Book book) {
    cover = book.add("封面");
    contents = book.add("目录");
    notes = book.add("说明");
  }

  /** The cover: a title, and facts about the book. */
  void cover(String title, List<List<String>> lines) {
    cover.text(1, 1, title, Look.TITLE);
    for (int line = 0; line < lines.size(); line++) {
      cover.text(line + 3, 1, lines.get(line).get(0), Look.TEXT);
      cover.text(line + 3, 2, lines.get(line).get(1), Look.WRAPPED);
    }
    cover.width(0, 2);
    cover.width(1, WIDTH_OF_TOPIC);
    cover.width(2, WIDTH_OF_TEXT);
  }

  void contents(List<Entry> entries) {
    contents.header(0, List.of("序号", "工作表", "年度", "行数"));
    List<Entry> all = new ArrayList<>();
    all.add(new Entry(notes, "", -1));
    all.addAll(entries);
    for (int line = 0; line < all.size(); line++) {
      Entry entry = all.get(line);
      contents.put(line + 1, 0, Cell.of(decimal(line + 1), Formats.ORDINAL));
      contents.link(line + 1, 1, entry.leaf());
      contents.put(line + 1, 2, Cell.of(entry.years()));
      if (entry.rows() >= 0) {
        contents.put(line + 1, 3, Cell.of(decimal(entry.rows()), Formats.COUNT));
      }
    }
  }

  /** The notes: rules of counting, marks, reasons, and what the book adds of its own. */
  void notes(String book, Seeds seeds, List<List<String>> own) {
    List<List<String>> lines = new ArrayList<>();
    Terms.notes(book).forEach(note -> lines.add(List.of(note.topic(), note.text())));
    Arrays.stream(Mark.values())
        .forEach(mark -> lines.add(List.of("符号 " + mark.text(), mark.meaning())));
    for (SeedRow reason : seeds.rows("reasons")) {
      lines.add(List.of("不可比：" + reason.get("label"), reason.get("advice")));
    }
    for (SeedRow reason : seeds.rows("rank_reasons")) {
      lines.add(List.of("不参评：" + reason.get("label"), reason.get("advice")));
    }
    lines.addAll(own);
    notes.header(0, List.of("项目", "说明"));
    for (int line = 0; line < lines.size(); line++) {
      notes.text(line + 1, 0, lines.get(line).get(0), Look.WRAPPED);
      notes.text(line + 1, 1, lines.get(line).get(1), Look.WRAPPED);
    }
    notes.width(0, WIDTH_OF_TOPIC);
    notes.width(1, WIDTH_OF_TEXT);
  }

  private static BigDecimal decimal(int number) {
    return BigDecimal.valueOf(number);
  }
}

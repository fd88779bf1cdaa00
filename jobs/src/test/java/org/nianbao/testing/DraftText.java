package org.nianbao.testing;

import java.util.stream.Collectors;
import org.nianbao.draft.Block;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Gap;
import org.nianbao.draft.Grid;
import org.nianbao.draft.Passage;

/** A draft as plain text: a line for each heading and paragraph, rows of tables with tabs. */
public final class DraftText {
  private DraftText() {}

  public static String of(Draft draft) {
    StringBuilder text = new StringBuilder(draft.title()).append('\n');
    for (Draft.Section section : draft.sections()) {
      text.append(section.heading()).append('\n');
      section.blocks().forEach(block -> text.append(of(block)).append('\n'));
    }
    return text.toString();
  }

  private static String of(Block block) {
    if (block instanceof Passage passage) {
      return passage.text();
    }
    if (block instanceof Gap gap) {
      return "【待填写：" + gap.what() + "】";
    }
    Grid grid = (Grid) block;
    return grid.caption()
        + "\n"
        + grid.rows().stream()
            .map(row -> row.stream().map(Grid.Cell::text).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"));
  }
}

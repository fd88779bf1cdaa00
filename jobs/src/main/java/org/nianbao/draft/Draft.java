package org.nianbao.draft;

import java.util.List;

/**
 * The text of one town's report for one year, in the order of sections of its era.
 *
 * @param unsaid changes that the text leaves out because they are not comparable
 */
public record Draft(
    String townCode,
    String town,
    int year,
    String title,
    List<Section> sections,
    List<Unsaid> unsaid) {

  public Draft {
    sections = List.copyOf(sections);
    unsaid = List.copyOf(unsaid);
  }

  /**
   * A section or a part of one.
   *
   * @param level 1 for a section, 2 for a part
   */
  public record Section(String heading, int level, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A change that is not told.
   *
   * @param label what would have changed
   * @param reason why it is not comparable
   * @param advice what the writer may do
   */
  public record Unsaid(String label, String reason, String advice) {}
}

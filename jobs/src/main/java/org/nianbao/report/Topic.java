package org.nianbao.report;

import java.io.Serializable;
import java.util.List;
import org.nianbao.seed.SeedRow;

/**
 * What a section or a sentence is about.
 *
 * @param headings words of headings that show it
 * @param overrides words of sentences that outrank the heading
 * @param words words of sentences that show it where no heading does
 */
record Topic(String name, List<String> headings, List<String> overrides, List<String> words)
    implements Serializable {
  /** No topic. */
  static final String NONE = "";

  /** What is lacking and planned: its numbers are no figures. */
  static final String OUTLOOK = "outlook";

  static Topic of(SeedRow row) {
    return new Topic(
        row.get("topic"), row.list("headings"), row.list("overrides"), row.list("words"));
  }
}

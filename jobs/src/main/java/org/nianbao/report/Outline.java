package org.nianbao.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a report the reading is: the section, and what its headings say it is about. */
final class Outline {
  private static final Pattern FIRST = Pattern.compile("^([一二三四五六七八九十]{1,3})[、.,](.*)");
  private static final Pattern SECOND = Pattern.compile("^\\(([一二三四五六七八九十]{1,3})\\)(.*)");

  /** A longer line is no heading, whatever it begins with. */
  private static final int LONGEST_HEADING = 45;

  private final Wording wording;
  private String first = "";
  private String second = "";
  private String firstTopic = Topic.NONE;
  private String secondTopic = Topic.NONE;
  private String heading = "";
  private String firstHeading = "";

  Outline(Wording wording) {
    this.wording = wording;
  }

  /** Moves on to a paragraph, which may begin a section. */
  void enter(String paragraph) {
    Matcher one = FIRST.matcher(paragraph);
    Matcher two = SECOND.matcher(paragraph);
    if (one.matches()) {
      first = one.group(1);
      second = "";
      heading = heading(one.group(2));
      firstHeading = heading;
      firstTopic = named();
      secondTopic = Topic.NONE;
    } else if (two.matches()) {
      second = "(" + two.group(1) + ")";
      heading = heading(two.group(2));
      secondTopic = named();
    }
  }

  private static String heading(String text) {
    String first = text.split("[。:;,]", 2)[0];
    return first.length() > LONGEST_HEADING ? "" : first;
  }

  private String named() {
    return wording.topics().stream()
        .filter(topic -> Wording.hasAny(heading, topic.headings()))
        .map(Topic::name)
        .findFirst()
        .orElse(Topic.NONE);
  }

  /** The section, as 二(一); empty above the first. */
  String section() {
    return first + second;
  }

  /** What the nearest heading that tells says this is about. */
  String topic() {
    return secondTopic.isEmpty() ? firstTopic : secondTopic;
  }

  /** The words of the nearest heading. */
  String heading() {
    return heading;
  }

  /** Whether a paragraph begins the next of the great sections. */
  boolean leaves(String paragraph) {
    return FIRST.matcher(paragraph).matches();
  }

  /** The number of the great section, as 二. */
  String sectionNumber() {
    return first;
  }

  /** The heading of the great section. */
  String sectionHeading() {
    return firstHeading;
  }

  /** What the heading of the great section says it is about. */
  String sectionTopic() {
    return firstTopic;
  }

  /** Whether a section is the great section or a part of it. */
  boolean covers(String section) {
    return section.equals(first) || section.startsWith(first + "(");
  }
}

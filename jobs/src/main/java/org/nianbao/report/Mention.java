package org.nianbao.report;

/**
 * A label found in a text.
 *
 * @param member the member it names
 */
record Mention(int start, int end, String member) {}

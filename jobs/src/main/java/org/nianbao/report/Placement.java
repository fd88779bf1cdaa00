package org.nianbao.report;

/**
 * What a number was found to count.
 *
 * @param member the member, or that of a total
 */
record Placement(MeasureWords words, String member, Confidence confidence) {}

package org.nianbao.lint;

/**
 * One number of a draft and what is said of it.
 *
 * @param place paragraph, or row and column of a table
 * @param section the heading above it, or empty
 * @param number as the draft prints it
 * @param snippet the text around it, with the number in 【】
 * @param expected what the fact says, or empty
 * @param fact id of the fact, or empty
 * @param source result table of the fact, or empty
 * @param note how the verdict came about, or empty
 */
public record Finding(
    String place,
    String section,
    String number,
    String snippet,
    Verdict verdict,
    String expected,
    String fact,
    String source,
    String note) {}

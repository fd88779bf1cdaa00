package org.nianbao.report;

import java.io.Serializable;

/**
 * A number, or a cell without one, that is not a figure.
 *
 * @param section the section it stands in, or empty
 * @param text the number or the cell
 * @param reason why it is none, in the words of the reader of the list
 * @param evidence the sentence or the row
 */
public record Unplaced(String section, String text, String reason, String evidence)
    implements Serializable {}

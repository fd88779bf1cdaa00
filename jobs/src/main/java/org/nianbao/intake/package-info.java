/**
 * From a raw record to an accepted row or a reject: dates, labels, ids, totals rows; and, of
 * accepted rows, which are copies and which state counts.
 */
package org.nianbao.intake;

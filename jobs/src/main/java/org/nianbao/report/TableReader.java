package org.nianbao.report;

/** Reads one kind of table that reports have. */
interface TableReader {

  /** Whether a table is of this kind, by its labels. */
  boolean recognises(Grid table);

  /** Gives the figures of a table that was recognised, and the cells that hold none. */
  void read(Grid table, String section, Findings findings);
}

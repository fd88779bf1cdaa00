package org.nianbao.source;

import java.util.List;

/**
 * One record of an export, as text.
 *
 * @param number its place in the file; the first below the header is 1
 * @param cells its cells in the order of the header; null where Parquet has no value; of a broken
 *     record one cell with the beginning of its text
 * @param broken whether its quotes are broken, so that nobody can tell its cells apart
 */
public record RawRecord(long number, List<String> cells, boolean broken) {
  public RawRecord(long number, List<String> cells) {
    this(number, cells, false);
  }
}

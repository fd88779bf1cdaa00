package org.nianbao.source;

import java.util.List;

/**
 * One record of an export, as text.
 *
 * @param number its place in the file; the first below the header is 1
 * @param cells its cells in the order of the header; null where Parquet has no value
 */
public record RawRecord(long number, List<String> cells) {}

package org.nianbao.source;

import java.io.Serializable;

/**
 * Whole records of one export that one task reads.
 *
 * @param start where its first record begins, in bytes of the text
 * @param end where its last record ends
 * @param firstRecord the number of its first record
 */
public record Chunk(long start, long end, long firstRecord) implements Serializable {}

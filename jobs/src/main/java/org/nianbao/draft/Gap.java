package org.nianbao.draft;

/**
 * A place that a person has to fill.
 *
 * @param what has to be written there, as a request to the writer
 */
public record Gap(String what) implements Block {}

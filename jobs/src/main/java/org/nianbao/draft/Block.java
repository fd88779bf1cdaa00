package org.nianbao.draft;

/** What stands in a section, one below the other. */
public sealed interface Block permits Passage, Grid, Gap {}

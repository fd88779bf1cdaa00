package org.nianbao.table;

import java.io.Serializable;

/**
 * A file with rows of one year that lies beside an archive table and is not yet part of it.
 *
 * @param dataset the archive's
 * @param path with the scheme of its file system
 * @param modified when it was written, in milliseconds since 1970
 * @param firstTown the lowest code of a town in it, by which files are skipped
 * @param lastTown the highest one
 */
public record StagedFile(
    String dataset,
    String path,
    int year,
    long rows,
    long bytes,
    long modified,
    String firstTown,
    String lastTown)
    implements Serializable {}

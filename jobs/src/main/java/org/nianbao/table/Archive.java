package org.nianbao.table;

import java.util.List;

/** The archive tables, in the order in which people name them. */
public final class Archive {
  public static final List<ArchiveTable> TABLES =
      List.of(
          Publications.ARCHIVE,
          Tickets.ARCHIVE,
          Requests.ARCHIVE,
          Disputes.ARCHIVE,
          DeclaredFigures.ARCHIVE);

  private Archive() {}

  /**
   * Finds a dataset's contract.
   *
   * @throws IllegalArgumentException if no dataset has that name
   */
  public static ArchiveTable of(String dataset) {
    return TABLES.stream()
        .filter(table -> table.dataset().equals(dataset))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No dataset is named " + dataset));
  }
}

package org.nianbao.table;

import java.io.Serializable;
import java.util.List;

/** Takes the valid rows of one part of an export, in the task that reads it. */
public interface ArchiveSink {

  /** Where nothing is to be written. */
  ArchiveSink NOWHERE =
      new ArchiveSink() {
        @Override
        public void add(int year, List<Object> values, long record) {}

        @Override
        public List<StagedFile> close() {
          return List.of();
        }

        @Override
        public void abort() {}
      };

  /**
   * Takes one row.
   *
   * @param values in the order of the archive's columns, from the town to the last exported one
   * @param record the number of its record
   */
  void add(int year, List<Object> values, long record);

  /** Ends the part; gives the files that hold its rows. */
  List<StagedFile> close();

  /** Gives the part up and leaves nothing of it behind. */
  void abort();

  /** Opens sinks in tasks. */
  @FunctionalInterface
  interface Opener extends Serializable {

    /** Where nothing is to be written. */
    Opener NOWHERE = (table, sourceFile, load, part) -> ArchiveSink.NOWHERE;

    /**
     * Opens a sink.
     *
     * @param sourceFile the name of the export
     * @param load the load that its rows are part of
     * @param part tells the parts of a load apart, and one attempt at a part from another
     */
    ArchiveSink open(ArchiveTable table, String sourceFile, String load, String part);
  }
}

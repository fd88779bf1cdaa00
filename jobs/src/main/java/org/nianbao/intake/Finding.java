package org.nianbao.intake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.nianbao.table.Holding;
import org.nianbao.table.StagedFile;

/** What a survey of an export finds: its rejects one by one, and what the rest adds up to. */
public sealed interface Finding extends Serializable {

  /** Which of the surveyed exports it is about, by the URI of its file. */
  String uri();

  /** The SHA-256 of that export's bytes; several exports may have the same. */
  String sha256();

  /** One rejected record. */
  record Reject(String uri, String sha256, long record, String column, String value, String rule)
      implements Finding {}

  /**
   * What one task counted of an export.
   *
   * @param read records read
   * @param rejected of them kept out
   * @param latestOn day of the latest event among the valid ones, or null
   * @param retryOn the earliest day that is still to come, from which on a reject is worth another
   *     look; or null
   * @param holdings the valid ones, by town and year
   * @param staged the files that hold them, where any were written
   */
  record Tally(
      String uri,
      String sha256,
      long read,
      long rejected,
      LocalDate latestOn,
      LocalDate retryOn,
      List<Holding> holdings,
      List<StagedFile> staged)
      implements Finding {}

  /** The reading of an export broke off: nothing of it may be used. */
  record Broken(String uri, String sha256, long record, String reason) implements Finding {}
}

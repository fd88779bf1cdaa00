package org.nianbao.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.intake.Corrections;
import org.nianbao.intake.IntakeRules;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Export;
import org.nianbao.source.SourceFile;
import org.nianbao.table.ExportLog;

/**
 * Knows files again without reading them: those that lie where they lay, with the size and the time
 * of writing that they had when their bytes were read last.
 */
final class Unchanged {
  /** Some file systems tell time by two seconds: what was written just now may be again. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Map<String, ExportLog.Entry> latest = new HashMap<>();
  private final Seeds seeds;
  private final Corrections corrections;
  private final LocalDate asOf;

  /**
   * Looks only into the log.
   *
   * @param log every entry of the log of exports
   * @param asOf the day of the run
   */
  Unchanged(List<ExportLog.Entry> log, Seeds seeds, Corrections corrections, LocalDate asOf) {
    this.seeds = seeds;
    this.corrections = corrections;
    this.asOf = asOf;
    for (ExportLog.Entry entry : log) {
      latest.merge(entry.uri(), entry, (one, other) -> one.run() >= other.run() ? one : other);
    }
  }

  /** What the log says of a file that it knows, and would read by the same rules again. */
  Optional<ExportLog.Entry> find(SourceFile file, SourceMapping mapping) {
    return Optional.ofNullable(latest.get(file.uri()))
        .filter(entry -> entry.modifiedMs() != null && entry.modifiedMs() == file.modifiedMs())
        .filter(entry -> entry.bytes() == file.bytes() && entry.holdsOn(asOf))
        .filter(entry -> entry.recipe().equals(recipe(entry.dataset(), file, mapping)));
  }

  private String recipe(String dataset, SourceFile file, SourceMapping mapping) {
    return IntakeRules.recipe(seeds, dataset, file, mapping, corrections);
  }

  /**
   * The time by which a later run may know a file.
   *
   * @param started when the run began
   * @return null if it was written so late that it may have been written again, or if more is to be
   *     said of it than the log keeps
   */
  static Long timeOf(Export export, Instant started) {
    long modifiedMs = export.file().modifiedMs();
    boolean settled = modifiedMs > 0 && modifiedMs < started.minus(TICK).toEpochMilli();
    return settled && export.unreadSheets().isEmpty() ? modifiedMs : null;
  }
}

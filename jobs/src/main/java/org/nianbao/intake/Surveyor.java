package org.nianbao.intake;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.nianbao.source.Export;
import org.nianbao.source.RawRecord;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.Days;
import org.nianbao.table.Holding;

/**
 * Goes through the records of one export and hands out its findings: rejects as they come, the
 * tally at the end. Valid rows go to a sink.
 */
final class Surveyor implements Iterator<Finding> {
  private final String uri;
  private final String sha256;
  private final RecordIntake intake;
  private final ShownValue shown;
  private final Iterator<RawRecord> records;
  private final ArchiveSink sink;
  private final boolean lastAttempt;
  private final TreeMap<String, Holding> holdings = new TreeMap<>();
  private long read;
  private long rejected;
  private long last;
  private LocalDate latestOn;
  private LocalDate retryOn;
  private Finding next;
  private boolean ended;

  /**
   * Goes through one part of an export.
   *
   * @param lastAttempt whether what breaks off now is broken; before, the machine may be at fault
   */
  Surveyor(
      Export export,
      Iterator<RawRecord> records,
      IntakeRules rules,
      ArchiveSink sink,
      boolean lastAttempt) {
    this.uri = export.file().uri();
    this.sha256 = export.sha256();
    this.intake = new RecordIntake(export, rules);
    this.shown = rules.shown();
    this.records = records;
    this.sink = sink;
    this.lastAttempt = lastAttempt;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Finding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Finding found = next;
    next = null;
    return found;
  }

  private Finding advance() {
    try {
      while (records.hasNext()) {
        RawRecord record = records.next();
        read++;
        last = record.number();
        Verdict verdict = intake.judge(record);
        if (verdict instanceof Verdict.Rejected reject) {
          rejected++;
          retryOn = Days.earlier(retryOn, reject.afterDay());
          return new Finding.Reject(
              uri,
              sha256,
              record.number(),
              reject.column(),
              shown.of(reject.rule(), reject.value()),
              reject.rule().code());
        }
        count((Verdict.Accepted) verdict, record.number());
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      ended = true;
      sink.abort();
      if (!lastAttempt) {
        throw e;
      }
      return new Finding.Broken(uri, sha256, last + 1, String.valueOf(e.getMessage()));
    }
    ended = true;
    List<Holding> held = new ArrayList<>(holdings.values());
    return new Finding.Tally(uri, sha256, read, rejected, latestOn, retryOn, held, sink.close());
  }

  private void count(Verdict.Accepted row, long record) {
    sink.add(row.year(), row.values(), record);
    latestOn = Days.later(latestOn, row.latestOn());
    holdings.merge(
        row.townCode() + "/" + row.year(),
        Holding.of(row.townCode(), row.year(), row.countedOn()),
        Holding::plus);
  }
}

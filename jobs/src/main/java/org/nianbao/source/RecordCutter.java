package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.nianbao.source.RecordScan.Outcome;

/**
 * Cuts a CSV text into its records, so that a stray quote spoils its own record and not the rest of
 * the file. Lines without content are no records.
 *
 * <p>Sound records are taken at their word: line breaks inside quotes are data. Where the quotes of
 * a record are broken (a quote that nothing closes, text behind a closing quote, or several lines
 * that do not add up to the header's columns), the record ends before the next line that has as
 * many cells as the header, and is handed out as broken.
 */
final class RecordCutter {
  /**
   * The longest record, in bytes. A cell of Excel holds 32,767 characters; a hundred full ones in
   * UTF-8 stay below 10 MB. What is longer is not a table, and must not fill a task's memory.
   */
  static final int LONGEST_RECORD = 16 << 20;

  private static final int FIRST_BUFFER = 1 << 18;

  private final InputStream text;
  private final int columns;
  private final boolean distrustful;
  private final RecordScan scan;

  private byte[] bytes = new byte[FIRST_BUFFER];
  private int limit;
  private boolean ended;
  private int start;
  private int end;
  private long shifted;
  private boolean broken;
  private long brokenSoFar;
  private long doubtfulSoFar;

  /**
   * Cuts from the first byte of a record.
   *
   * @param columns of the header, or 0 where it is not known yet
   * @param distrustful whether a record over several lines, each of which could be a record by
   *     itself, is taken for broken. Between two stray quotes such records look sound, so this is
   *     wise in a file that has broken ones, and wrong in a file that has none.
   */
  RecordCutter(InputStream text, char delimiter, int columns, boolean distrustful) {
    this.text = text;
    this.columns = columns;
    this.distrustful = distrustful;
    this.scan = new RecordScan(delimiter);
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end of the text
   * @throws OversizedRecordException if it has more bytes than a record may have
   */
  boolean advance() throws IOException {
    start = end;
    while (start < limit || fill()) {
      Outcome outcome = scanAt(0);
      if (outcome == Outcome.COMPLETE && scan.blank()) {
        start = scan.end();
        continue;
      }
      if (outcome == Outcome.COMPLETE && isSound()) {
        end = scan.end();
        broken = false;
        return true;
      }
      cutBroken(outcome == Outcome.COMPLETE ? scan.end() - start : Integer.MAX_VALUE);
      return true;
    }
    end = start;
    return false;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  /** Where the record begins, in bytes from where cutting began. */
  long offset() {
    return shifted + start;
  }

  /** Where the record ends, in bytes from where cutting began. */
  long endOffset() {
    return shifted + end;
  }

  /** Whether the record's quotes are broken. */
  boolean broken() {
    return broken;
  }

  long brokenSoFar() {
    return brokenSoFar;
  }

  /** Records so far that a distrustful cutter would take for broken. */
  long doubtfulSoFar() {
    return doubtfulSoFar;
  }

  private boolean isSound() {
    if (!scan.severalLines() || columns == 0) {
      return true;
    }
    if (scan.cells() != columns) {
      return false;
    }
    boolean doubtful = everyLineIsARecord(scan.end());
    if (doubtful) {
      doubtfulSoFar++;
    }
    return !(doubtful && distrustful);
  }

  private boolean everyLineIsARecord(int to) {
    int line = start;
    while (line < to) {
      if (scan.cellsOfLine(bytes, line, to) != columns) {
        return false;
      }
      line = behindLine(line, to);
    }
    return true;
  }

  /**
   * Ends a broken record before the next line that looks like a record.
   *
   * @param wellQuoted its length if only the number of its cells is wrong
   */
  private void cutBroken(int wellQuoted) throws IOException {
    int length = 0;
    do {
      length = nextLine(length);
    } while (start + length < limit && !isRecord(length));
    // Lines that quotes hold together, with no record among them, are a ragged record.
    broken = length < wellQuoted;
    end = start + Math.min(length, wellQuoted);
    brokenSoFar += broken ? 1 : 0;
  }

  private boolean isRecord(int from) throws IOException {
    if (columns == 0 || scan.cellsOfLine(bytes, start + from, limit) == columns) {
      return true;
    }
    return scanAt(from) == Outcome.COMPLETE && scan.cells() == columns;
  }

  /** Scans at a distance from the start, reading on as far as a record may reach. */
  private Outcome scanAt(int distance) throws IOException {
    while (true) {
      int from = start + distance;
      int reach = Math.min(limit, from + LONGEST_RECORD);
      Outcome outcome = scan.scan(bytes, from, reach, ended && reach == limit);
      if (outcome != Outcome.INCOMPLETE) {
        return outcome;
      }
      if (reach < limit || limit - from >= LONGEST_RECORD) {
        return Outcome.BROKEN;
      }
      readOn(limit - from);
    }
  }

  /** Reads as many bytes again as were scanned, so that scanning twice stays cheap. */
  private void readOn(int scanned) throws IOException {
    long goal = shifted + limit + scanned;
    do {
      fill();
    } while (shifted + limit < goal && !ended);
  }

  /** The distance of the line that follows the one at a distance from the start. */
  private int nextLine(int distance) throws IOException {
    int to = distance;
    while (true) {
      while (start + to < limit && !RecordScan.isLineEnd(bytes[start + to])) {
        to++;
      }
      if (to > LONGEST_RECORD) {
        throw new OversizedRecordException();
      }
      // Behind a carriage return a line feed may follow.
      if (start + to + 1 < limit || ended) {
        return behindLine(start + to, limit) - start;
      }
      fill();
    }
  }

  /** The position behind the next line end, or the limit. */
  private int behindLine(int from, int to) {
    int i = from;
    while (i < to && !RecordScan.isLineEnd(bytes[i])) {
      i++;
    }
    boolean pair = i + 1 < to && bytes[i] == '\r' && bytes[i + 1] == '\n';
    return Math.min(i + (pair ? 2 : 1), to);
  }

  /** Reads on; what lies before the start is given up. */
  private boolean fill() throws IOException {
    if (limit == bytes.length) {
      if (start > bytes.length / 2) {
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        shifted += start;
        limit -= start;
        end -= start;
        start = 0;
      } else {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
    }
    int length = text.read(bytes, limit, bytes.length - limit);
    ended = length < 0;
    limit += Math.max(length, 0);
    return !ended;
  }
}

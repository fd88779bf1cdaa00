package org.nianbao.table;

/** What a column of an export holds, and so how its text becomes a value. */
public enum Content {
  /** Identifies the record; text after normalisation, never a number. */
  IDENTIFIER,
  /** A number or a short name; what tells who a person is becomes a digest. */
  TEXT,
  /**
   * What somebody wrote, of which only counts whether it is the same: kept are a digest of the text
   * apart from its years, a full stop, and a digest of the text.
   */
  FINGERPRINT,
  /** What somebody wrote: numbers that tell who a person is are masked before it is kept. */
  PROSE,
  /** A label of a vocabulary, stored as its code. */
  LABEL,
  /** A civil date. */
  DATE,
  /** A civil date with time of day; midnight when the export gives a date only. */
  TIME,
  YEAR,
  FLAG,
  NUMBER
}

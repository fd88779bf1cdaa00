package org.nianbao.intake;

import java.util.Locale;

/** Why a row is kept out; labels and advice stand in {@code seeds/reject_rules.csv}. */
public enum Rule {
  TOTAL_ROW,
  REPEATED_HEADER,
  RAGGED_ROW,
  UNTERMINATED_QUOTE,
  MISSING_ID,
  DAMAGED_ID,
  MISSING_VALUE,
  MISSING_DATE,
  BAD_DATE,
  DATE_OUT_OF_RANGE,
  BAD_NUMBER,
  BAD_YEAR,
  UNKNOWN_TOWN,
  MISSING_TOWN;

  /** The stable name under which the rule is delivered. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

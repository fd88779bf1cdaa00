package org.nianbao.lint;

import org.nianbao.fact.Fact;

/**
 * A verdict with the fact that it rests on.
 *
 * @param fact the fact, or null where there is none
 */
record Judgement(Verdict verdict, Fact fact, String note) {
  static final Judgement NOTHING = new Judgement(Verdict.NO_SOURCE, null, "");

  Finding finding(String place, String section, String number, String snippet) {
    return new Finding(
        place,
        section,
        number,
        snippet,
        verdict,
        fact == null ? "" : fact.text(),
        fact == null ? "" : fact.id(),
        fact == null ? "" : fact.table(),
        note);
  }
}

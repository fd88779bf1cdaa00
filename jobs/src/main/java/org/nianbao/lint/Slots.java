package org.nianbao.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.nianbao.fact.Fact;
import org.nianbao.report.Wording;

/** The places of figures in the sentences that the edition generated. */
final class Slots {
  /** From here on the words name the same number, so that another value contradicts. */
  static final double SURE = 0.85;

  /** From here on a number with the same value is the same. */
  static final double LIKELY = 0.3;

  private final List<Slot> slots = new ArrayList<>();

  /**
   * A figure where the edition prints it.
   *
   * @param printed the number as printed, in its unit
   */
  record Slot(Fact fact, BigDecimal printed, String unit, Context context) {}

  /** A slot and how well it fits a number. */
  record Fit(Slot slot, double likeness, double sentence) {
    double score() {
      return 2 * likeness + sentence;
    }

    boolean isSure() {
      return likeness >= SURE && sentence >= LIKELY;
    }
  }

  Slots(FactSheet sheet, Wording wording) {
    Scanner scanner = new Scanner(wording);
    Contexts contexts = new Contexts(wording);
    Map<String, Fact> facts = sheet.facts();
    for (FactSheet.Sentence sentence : sheet.sentences()) {
      String text = wording.plain(sentence.text());
      List<Quantity> numbers = scanner.in(text).figures();
      List<Context> around = contexts.of(text, numbers);
      int from = 0;
      for (FactSheet.Place place : sentence.figures()) {
        List<Quantity> own = scanner.in(wording.plain(place.text())).figures();
        if (own.isEmpty()) {
          continue;
        }
        for (int i = from; i < numbers.size(); i++) {
          if (numbers.get(i).value().compareTo(own.get(0).value()) == 0) {
            slots.add(
                new Slot(
                    facts.get(place.fact()),
                    numbers.get(i).value(),
                    numbers.get(i).unit(),
                    around.get(i)));
            from = i + 1;
            break;
          }
        }
      }
    }
  }

  List<Slot> all() {
    return slots;
  }

  /** The slots that may be the place of a number, the best first. */
  List<Fit> fitting(Quantity number, Context context) {
    return slots.stream()
        .filter(slot -> isCompatible(number.unit(), slot.unit()))
        .map(
            slot ->
                new Fit(
                    slot, slot.context().likeness(context), slot.context().sameSentence(context)))
        .filter(fit -> fit.likeness() >= LIKELY)
        .sorted(Comparator.comparingDouble(Fit::score).reversed())
        .toList();
  }

  /** Units of counts stand for each other; shares, points, days and money do not. */
  static boolean isCompatible(String one, String other) {
    return one.isEmpty() || other.isEmpty() || kind(one).equals(kind(other));
  }

  private static String kind(String unit) {
    return unit.equals("%") || unit.equals("天") || unit.endsWith("元") || unit.endsWith("百分点")
        ? unit.replace("个", "")
        : "count";
  }
}

package org.nianbao.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.fact.Fact;
import org.nianbao.report.Wording;

/** Says of one number whether it is what the facts say. */
final class Judge {
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");

  /** Below it, other years and towns have the same number by chance. */
  private static final BigDecimal TELLING = BigDecimal.TEN;

  private static final double RATHER = 0.5;

  private final FactSheet sheet;
  private final Neighbours neighbours;
  private final Slots slots;
  private final Named named;
  private final Scanner scanner;

  Judge(FactSheet sheet, Neighbours neighbours, Wording wording) {
    this.sheet = sheet;
    this.neighbours = neighbours;
    this.slots = new Slots(sheet, wording);
    this.named = new Named(sheet, wording);
    this.scanner = new Scanner(wording);
  }

  /**
   * A number in a paragraph.
   *
   * @param lead what stands between the number before it and this one
   */
  Judgement prose(Quantity number, Context context, String lead) {
    List<Slots.Fit> fits = slots.fitting(number, context);
    Optional<Integer> year = otherYear(lead);
    if (year.isPresent()) {
      return ofYear(number, fits, year.get());
    }
    if (!fits.isEmpty() && fits.get(0).isSure()) {
      double best = fits.get(0).score();
      List<Slots.Fit> first = fits.stream().filter(fit -> fit.score() == best).toList();
      return agreeing(number, first)
          .orElseGet(() -> contradiction(number, first.get(0).slot().fact()));
    }
    return agreeing(number, fits)
        .or(
            () ->
                named.find(number, lead).map(fact -> new Judgement(Verdict.MATCH, fact, "按项目名称找到")))
        .orElseGet(() -> elsewhere(number, fits));
  }

  /** A number in a table, with the generated cell in its place, or null. */
  Judgement cell(Quantity number, FactSheet.Cell generated, String label) {
    if (generated == null) {
      return named
          .find(number, label)
          .map(fact -> new Judgement(Verdict.MATCH, fact, "按项目名称找到"))
          .orElse(Judgement.NOTHING);
    }
    Fact fact = sheet.facts().get(generated.fact());
    if (fact == null) {
      return new Judgement(Verdict.NO_SOURCE, null, "生成时没有数据，由编写人填写");
    }
    List<Quantity> printed = scanner.in(generated.text() + "。").figures();
    Agreement agreement =
        Agreement.of(number, fact, printed.isEmpty() ? null : printed.get(0).value());
    return agreement == Agreement.NONE ? contradiction(number, fact) : agreed(agreement, fact);
  }

  /** Numbers without a source that follow from others of the paragraph, or defy a table. */
  void derive(
      List<Quantity> numbers,
      List<Judgement> judgements,
      List<Context> around,
      TableLabels printed) {
    List<Quantity> known = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (judgements.get(i).verdict() == Verdict.MATCH) {
        known.add(numbers.get(i));
      }
    }
    for (int i = 0; i < numbers.size(); i++) {
      if (judgements.get(i).verdict() == Verdict.NO_SOURCE) {
        judgements.set(i, unsourced(numbers.get(i), known, around.get(i), printed));
      }
    }
  }

  private Judgement unsourced(
      Quantity number, List<Quantity> known, Context context, TableLabels printed) {
    Optional<String> how = Derivation.of(number, known);
    if (how.isPresent()) {
      return new Judgement(Verdict.DERIVED, null, how.get());
    }
    String cell = printed.at(context.anchor());
    if (cell != null) {
      BigDecimal value = scanner.in(cell + "。").figures().get(0).value();
      return value.compareTo(number.value()) == 0
          ? new Judgement(Verdict.NO_SOURCE, null, "与文中表格一致")
          : new Judgement(Verdict.TABLE, null, "文中表格为" + cell);
    }
    return perhaps(number, context)
        .map(fact -> new Judgement(Verdict.NO_SOURCE, null, hint(fact)))
        .orElse(Judgement.NOTHING);
  }

  /** The fact that rewritten words most likely name: in what they share with the generated ones. */
  private Optional<Fact> perhaps(Quantity number, Context context) {
    return slots.fitting(number, context).stream()
        .filter(fit -> fit.slot().unit().equals(number.unit()))
        .max(Comparator.comparingDouble(Slots.Fit::likeness))
        .map(fit -> fit.slot().fact())
        .or(() -> named.total(number, context));
  }

  private static String hint(Fact fact) {
    return "若指“%s”，应为%s".formatted(fact.label().replaceFirst("·数值$", ""), fact.text());
  }

  private Judgement ofYear(Quantity number, List<Slots.Fit> fits, int year) {
    for (Slots.Fit fit : fits) {
      Optional<Fact> fact = neighbours.ofYear(year, fit.slot().fact().id());
      if (fact.isPresent()) {
        Agreement agreement = Agreement.of(number, fact.get(), null);
        if (agreement != Agreement.NONE) {
          return new Judgement(Verdict.MATCH, fact.get(), "%d年的数字".formatted(year));
        }
        if (fit.isSure()) {
          return new Judgement(Verdict.CONTRADICTION, fact.get(), "%d年的数字".formatted(year));
        }
      }
    }
    return Judgement.NOTHING;
  }

  private Optional<Integer> otherYear(String lead) {
    Matcher matcher = YEAR.matcher(lead);
    Integer last = null;
    while (matcher.find()) {
      last = Integer.valueOf(matcher.group(1));
    }
    return Optional.ofNullable(last).filter(year -> year != sheet.year());
  }

  private static Optional<Judgement> agreeing(Quantity number, List<Slots.Fit> fits) {
    for (Slots.Fit fit : fits) {
      Agreement agreement = Agreement.of(number, fit.slot().fact(), fit.slot().printed());
      if (agreement != Agreement.NONE) {
        return Optional.of(agreed(agreement, fit.slot().fact()));
      }
    }
    return Optional.empty();
  }

  private static Judgement agreed(Agreement agreement, Fact fact) {
    return new Judgement(agreement == Agreement.SAME ? Verdict.MATCH : Verdict.ROUNDED, fact, "");
  }

  private Judgement elsewhere(Quantity number, List<Slots.Fit> fits) {
    return fits.stream()
        .filter(fit -> fit.likeness() >= RATHER && number.value().compareTo(TELLING) >= 0)
        .map(fit -> contradiction(number, fit.slot().fact()))
        .filter(judgement -> judgement.verdict() != Verdict.CONTRADICTION)
        .findFirst()
        .orElse(Judgement.NOTHING);
  }

  /** Wrong in its place; where the same fact of another year or town has it, that is said. */
  private Judgement contradiction(Quantity number, Fact fact) {
    return neighbours
        .otherYear(number, fact.id())
        .map(sheet -> new Judgement(Verdict.OTHER_YEAR, fact, "是%d年的数字".formatted(sheet.year())))
        .or(
            () ->
                neighbours
                    .otherTown(number, fact.id())
                    .map(
                        sheet ->
                            new Judgement(
                                Verdict.OTHER_TOWN, fact, "是%s的数字".formatted(sheet.town()))))
        .orElseGet(() -> new Judgement(Verdict.CONTRADICTION, fact, ""));
  }
}

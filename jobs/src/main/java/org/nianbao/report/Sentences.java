package org.nianbao.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the figures that prose prints, and those that it says are zero. */
final class Sentences {
  private static final Pattern END = Pattern.compile("(?<=[。!?])");
  private static final Pattern CLAUSE = Pattern.compile("[,;。!?]");
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");
  private static final int LONGEST_EVIDENCE = 200;
  private static final String PERCENT = "%";

  private final Wording wording;
  private final int year;
  private final Findings findings;
  private final Quantities quantities;
  private final Topics topics;
  private final Labelled labelled;
  private final Totals totals;
  private final Enumerations enumerations;
  private final Fillers fillers;

  /** Reads for one report of a year. */
  Sentences(Wording wording, int year, Findings findings) {
    this.wording = wording;
    this.year = year;
    this.findings = findings;
    fillers = new Fillers(wording);
    quantities = new Quantities(wording);
    topics = new Topics(wording);
    labelled = new Labelled(wording, fillers);
    totals = new Totals(wording, fillers);
    enumerations = new Enumerations(wording, fillers);
  }

  void read(String paragraph, Outline outline, String section) {
    for (String sentence : END.split(paragraph, -1)) {
      new Sentence(sentence, section, outline.topic(), outline.heading()).read();
    }
  }

  /** One sentence on its way to figures. */
  private final class Sentence {
    private final String text;
    private final String section;
    private final String topic;
    private final String title;
    private final List<Quantity> found;
    private Figure previous;

    Sentence(String text, String section, String topic, String title) {
      this.text = text;
      this.section = section;
      this.topic = topic;
      this.title = title;
      this.found = quantities.in(text);
    }

    void read() {
      int at = 0;
      int from = 0;
      while (at < found.size()) {
        int taken = enumeration(at, from);
        if (taken == 0) {
          place(at, from);
          taken = 1;
        }
        at += taken;
        from = found.get(at - 1).end();
      }
      zeros();
    }

    /** How many numbers a list with 分别 takes; 0 if none begins here. */
    private int enumeration(int at, int from) {
      List<Quantity> rest = found.subList(at, found.size());
      int run = enumerations.run(text, from, rest);
      if (run == 0) {
        return 0;
      }
      String lead = text.substring(from, rest.get(0).start());
      List<Placement> placements =
          enumerations.placements(measures(lead, rest.get(run - 1)), lead, run);
      String unit = rest.get(run - 1).unit();
      for (int i = 0; i < run; i++) {
        Quantity number = rest.get(i);
        if (placements.isEmpty()) {
          unplaced(number, "“分别”前后的项目与数字对应不上");
        } else {
          add(placements.get(i), number, number.unit().isEmpty() ? unit : number.unit());
        }
      }
      return run;
    }

    private void place(int at, int from) {
      Quantity number = found.get(at);
      if (!Quantities.counts(text, number)) {
        return;
      }
      String lead = text.substring(from, number.start());
      int next = at + 1 < found.size() ? found.get(at + 1).start() : text.length();
      String trail = text.substring(number.end(), next);
      String about = topics.of(lead, text, topic);
      if (about.isEmpty() || about.equals(Topic.OUTLOOK)) {
        if (number.clear() && !number.unit().isEmpty()) {
          unplaced(number, about.isEmpty() ? "看不出属于哪一部分" : "在问题和打算部分");
        }
        return;
      }
      if (isOfOtherPeriod(lead)) {
        unplaced(number, "是与其他年度的比较，或其他期间的数字");
        return;
      }
      List<Placement> placements = placements(measures(lead, number), lead, trail, number);
      placements.forEach(placement -> add(placement, number, number.unit()));
      if (placements.isEmpty()) {
        unplaced(number, "没有可对应的指标");
      }
    }

    private List<MeasureWords> measures(String lead, Quantity number) {
      String about = topics.of(lead, text, topic);
      return wording.measures().stream()
          .filter(measure -> measure.topic().equals(about) && measure.counts(number.unit()))
          .filter(measure -> !Wording.hasAny(lead, measure.except()))
          .toList();
    }

    private List<Placement> placements(
        List<MeasureWords> measures, String lead, String trail, Quantity number) {
      String bare = withoutHotline(lead);
      for (MeasureWords measure : measures) {
        boolean named = measure.words().isEmpty() || Wording.hasAny(bare, measure.words());
        if (measure.isTotal() || !named) {
          continue;
        }
        Optional<Placement> one =
            labelled.find(measure, bare, trail).or(() -> sameMember(measure, bare));
        if (one.isPresent()) {
          return isRestOfNothing(measure, bare) ? List.of() : List.of(one.get());
        }
      }
      if (namesMember(measures, bare) || namesMember(measures, withoutHotline(title))) {
        return List.of();
      }
      return totals.find(measures.stream().filter(MeasureWords::isTotal).toList(), bare, number);
    }

    /** 其他 is a member only in a list of members: elsewhere nobody knows of what. */
    private boolean isRestOfNothing(MeasureWords measure, String lead) {
      String bare = lead;
      for (String rest : wording.words("rest")) {
        bare = bare.replace(rest, "");
      }
      boolean rest = !bare.equals(lead) && fillers.fill(bare, ",:;、()");
      return rest && (previous == null || !previous.dimension().equals(measure.dimension()));
    }

    /** A number under the name of a member is no total, even if it is not clear whose it is. */
    private boolean namesMember(List<MeasureWords> measures, String words) {
      return measures.stream()
          .filter(measure -> measure.words().isEmpty())
          .flatMap(measure -> measure.lists().stream())
          .anyMatch(list -> !wording.labels(list).in(words).isEmpty());
    }

    /** A share belongs to the member whose number stands before it: 57条，占4.2%. */
    private Optional<Placement> sameMember(MeasureWords measure, String lead) {
      boolean same =
          previous != null
              && previous.dimension().equals(measure.dimension())
              && measure.units().contains(PERCENT)
              && fillers.fill(lead, ",:、()");
      return same
          ? Optional.of(new Placement(measure, previous.member(), Confidence.MEDIUM))
          : Optional.empty();
    }

    /** The name of the hotline is no way a ticket comes in. */
    private String withoutHotline(String lead) {
      String bare = lead;
      for (String name : wording.words("hotline")) {
        bare = bare.replace(name, "");
      }
      return bare;
    }

    private boolean isOfOtherPeriod(String lead) {
      Matcher other = YEAR.matcher(lead);
      while (other.find()) {
        if (Integer.parseInt(other.group(1)) != year) {
          return true;
        }
      }
      return Wording.hasAny(lead, wording.words("other_period"));
    }

    private void zeros() {
      for (String clause : CLAUSE.split(text, -1)) {
        if (quantities.in(clause).isEmpty() && isZero(clause) && !isOfOtherPeriod(clause)) {
          String about = topics.of(clause, text, topic);
          wording.measures().stream()
              .filter(measure -> measure.topic().equals(about))
              .filter(measure -> Wording.hasAny(clause, measure.zero()))
              .filter(measure -> !Wording.hasAny(clause, measure.except()))
              .forEach(this::zero);
        }
      }
    }

    private boolean isZero(String clause) {
      return Wording.hasAny(clause, wording.words("zero"))
          || wording.words("zero_after").stream().anyMatch(clause::endsWith);
    }

    private void zero(MeasureWords measure) {
      Placement placement = new Placement(measure, Figure.TOTAL_MEMBER, Confidence.MEDIUM);
      Quantity zero = new Quantity(0, 0, BigDecimal.ZERO, "", false, true);
      add(placement, zero, "");
    }

    private void add(Placement placement, Quantity number, String unit) {
      MeasureWords measure = placement.words();
      boolean underHeading = measure.topic().equals(topic);
      previous =
          new Figure(
              section,
              measure.measure(),
              measure.dimension(),
              placement.member(),
              number.value(),
              measure.unit(unit),
              number.approximate(),
              evidence(),
              placement.confidence().and(number.clear() && underHeading, Confidence.MEDIUM));
      findings.add(previous);
    }

    private void unplaced(Quantity number, String reason) {
      findings.add(new Unplaced(section, number.text(), reason, evidence()));
    }

    private String evidence() {
      return text.length() > LONGEST_EVIDENCE ? text.substring(0, LONGEST_EVIDENCE) + "…" : text;
    }
  }
}

package org.nianbao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.report.Wording;

/** Says of the numbers of a paragraph what each counts, by the words before it. */
final class Contexts {
  private static final Pattern YEAR = Pattern.compile("20\\d\\d年度?");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsHan}A-Za-z]");
  private static final int SHORTEST_ANCHOR = 2;

  private final Wording wording;
  private final List<String> links;

  Contexts(Wording wording) {
    this.wording = wording;
    this.links =
        Stream.of("share", "change", "year_before", "link")
            .flatMap(kind -> wording.words(kind).stream())
            .sorted((one, other) -> other.length() - one.length())
            .toList();
  }

  /** The contexts of the numbers, in their order. */
  List<Context> of(String text, List<Quantity> numbers) {
    List<Context> contexts = new ArrayList<>();
    String anchor = "";
    int from = 0;
    for (Quantity number : numbers) {
      String lead = text.substring(from, number.start());
      Context.Relation relation = relation(lead, number);
      int stop = lead.lastIndexOf('。');
      String own = bare(lead.substring(stop + 1));
      anchor = own.length() >= SHORTEST_ANCHOR || relation == Context.Relation.VALUE ? own : anchor;
      contexts.add(new Context(anchor, relation, sentence(text, number, numbers)));
      from = number.end();
    }
    return contexts;
  }

  private Context.Relation relation(String lead, Quantity number) {
    String near = lead.substring(lead.lastIndexOf(')') + 1);
    if (number.unit().equals("%") && Wording.hasAny(near, wording.words("share"))) {
      return Context.Relation.SHARE;
    }
    if (Wording.hasAny(near, wording.words("change"))) {
      return number.unit().equals("%") ? Context.Relation.RATE : Context.Relation.CHANGE;
    }
    return Wording.hasAny(near, wording.words("year_before"))
        ? Context.Relation.PREVIOUS
        : Context.Relation.VALUE;
  }

  private String bare(String lead) {
    String words = YEAR.matcher(lead).replaceAll("");
    for (String link : links) {
      words = words.replace(link, "");
    }
    return NO_WORD.matcher(words).replaceAll("").replaceFirst("^比", "");
  }

  private static String sentence(String text, Quantity number, List<Quantity> numbers) {
    int start = text.lastIndexOf('。', number.start()) + 1;
    int stop = text.indexOf('。', number.end());
    int end = stop < 0 ? text.length() : stop;
    StringBuilder masked = new StringBuilder();
    int from = start;
    for (Quantity other : numbers) {
      if (other.start() >= start && other.end() <= end) {
        masked.append(text, from, other.start()).append('#').append(other.unit());
        from = other.end();
      }
    }
    return masked.append(text, from, end).toString();
  }
}

package org.nianbao.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.report.Wording;

/** Finds facts by their labels, for what a person wrote in her own words. */
final class Named {
  private static final int SHORTEST_LABEL = 2;
  private static final String TOTALS = "yearly_measures";

  /** Words that must stand around the number, by id of the fact. */
  private final Map<String, List<String>> labels = new LinkedHashMap<>();

  private final FactSheet sheet;

  Named(FactSheet sheet, Wording wording) {
    this.sheet = sheet;
    for (Fact fact : sheet.facts().values()) {
      if (!fact.table().equals("checks") && !fact.table().equals("statutory_tables")) {
        String[] parts = wording.plain(fact.label()).split("·", -1);
        for (int i = 0; i < parts.length - 1; i++) {
          name(fact.id(), parts[i].replaceAll("\\(.*?\\)", ""));
        }
      }
    }
    for (List<List<FactSheet.Cell>> table : sheet.tables()) {
      for (List<FactSheet.Cell> row : table) {
        String label = row.isEmpty() ? "" : wording.plain(row.get(0).text());
        row.stream()
            .filter(cell -> !cell.fact().isEmpty())
            .forEach(cell -> name(cell.fact(), TableLabels.unnumbered(label)));
      }
    }
  }

  private void name(String fact, String label) {
    if (label.length() >= SHORTEST_LABEL) {
      labels.computeIfAbsent(fact, any -> new ArrayList<>()).add(label);
    }
  }

  /** A fact with the same value and a compatible unit that the words before a number name. */
  Optional<Fact> find(Quantity number, String lead) {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(lead::contains))
        .map(entry -> sheet.facts().get(entry.getKey()))
        .filter(fact -> Slots.isCompatible(number.unit(), fact.unit()))
        .filter(fact -> Agreement.of(number, fact, null) != Agreement.NONE)
        .findFirst();
  }

  /** The total of the year whose label stands in the words before a number, the longest one. */
  Optional<Fact> total(Quantity number, Context context) {
    if (context.relation() != Context.Relation.VALUE) {
      return Optional.empty();
    }
    return labels.entrySet().stream()
        .map(
            entry ->
                Map.entry(sheet.facts().get(entry.getKey()), longest(entry.getValue(), context)))
        .filter(entry -> entry.getKey().table().equals(TOTALS) && entry.getValue() > 0)
        .filter(entry -> entry.getKey().unit().equals(number.unit()))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static int longest(List<String> labels, Context context) {
    return labels.stream()
        .filter(context.anchor()::contains)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}

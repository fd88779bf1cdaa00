package org.nianbao.edition.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Terms;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;

/** What the exports cover: of each dataset a table of towns by years, every cell in words. */
final class Coverings {
  private final Terms terms;

  Coverings(Terms terms) {
    this.terms = terms;
  }

  /** Adds one table per dataset, of the rows of the coverage table. */
  void add(Element section, List<ResultRow> rows) {
    SortedSet<Integer> years = new TreeSet<>();
    Map<String, Map<String, Map<Integer, ResultRow>>> datasets = new LinkedHashMap<>();
    for (ResultRow row : rows) {
      years.add(year(row));
      datasets
          .computeIfAbsent(row.text(Shared.DATASET), any -> new LinkedHashMap<>())
          .computeIfAbsent(row.text(Shared.TOWN), any -> new LinkedHashMap<>())
          .put(year(row), row);
    }
    Element matrices = section.appendElement("div").addClass("matrices");
    inOrder(datasets.keySet())
        .forEach(dataset -> add(matrices, label(dataset), datasets.get(dataset), years));
  }

  /** Datasets as people name them. */
  private static List<String> inOrder(Set<String> datasets) {
    List<String> order = Archive.TABLES.stream().map(ArchiveTable::dataset).toList();
    return datasets.stream().sorted(Comparator.comparingInt(order::indexOf)).toList();
  }

  private String label(String dataset) {
    return terms.label(Shared.DATASET, dataset).orElse(dataset);
  }

  private void add(
      Element parent,
      String dataset,
      Map<String, Map<Integer, ResultRow>> towns,
      SortedSet<Integer> years) {
    DataTable table = new DataTable(parent, dataset).texts(Shared.TOWN.label());
    years.forEach(year -> table.texts(String.valueOf(year)));
    towns.forEach(
        (town, ofYears) -> {
          DataTable.Row line = table.row().head(town);
          years.forEach(year -> status(line, ofYears.get(year)));
        });
  }

  /** A year of which nothing is said is missing. */
  private void status(DataTable.Row line, ResultRow row) {
    String status = row == null ? Coverage.MISSING : row.text(Coverage.STATUS);
    String label = terms.label(Coverage.STATUS, status).orElse(status);
    boolean partial = status.equals(Coverage.PARTIAL);
    line.status(partial ? row.text(Coverage.MONTHS) + "个月" : label, status);
  }

  /** The coverage of one year as a line of text. */
  void tell(Element parent, List<ResultRow> rows) {
    Map<String, ResultRow> datasets = new LinkedHashMap<>();
    rows.forEach(row -> datasets.put(row.text(Shared.DATASET), row));
    Element list = parent.appendElement("ul").addClass("coverings");
    for (String dataset : inOrder(datasets.keySet())) {
      ResultRow row = datasets.get(dataset);
      Element item = list.appendElement("li");
      item.appendText(label(dataset) + " ");
      String status = row.text(Coverage.STATUS);
      String label = terms.label(Coverage.STATUS, status).orElse(status);
      boolean partial = status.equals(Coverage.PARTIAL);
      item.appendElement("span")
          .addClass("status " + status)
          .text(partial ? label + "，" + row.text(Coverage.MONTHS) + "个月" : label);
    }
  }

  private static int year(ResultRow row) {
    return (Integer) row.value(Shared.YEAR);
  }
}

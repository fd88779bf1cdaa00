package org.nianbao.edition.page;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.nianbao.edition.Edition;
import org.nianbao.edition.Terms;
import org.nianbao.fact.Fact;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;

/** Every total of the year and every part of it, beside the year before. */
final class Changes {
  private static final String ID = "all-changes";
  private static final String TOTAL = "合计";

  private final List<SeedRow> measures;
  private final Terms terms;

  Changes(Seeds seeds, Terms terms) {
    this.measures = seeds.rows(Shared.MEASURE.vocabulary());
    this.terms = terms;
  }

  void add(Element section, Edition edition) {
    List<ResultRow> rows = inOrder(edition.town().rows(Trends.TABLE, edition.year()));
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.add(row.shown(Shared.MEASURE)));
    Filter.of(section, ID).choice(Shared.MEASURE.label(), "measure", names, "");
    DataTable table = new DataTable(section, "全部指标和分项：本年与上年").sortable(ID);
    table.texts(Shared.MEASURE.label()).as("measure");
    table.texts(Trends.DIMENSION.label()).texts(Trends.MEMBER.label());
    table.numbers("本年", "").numbers("上年", "").numbers(Trends.CHANGE.label(), "");
    table.numbers(Trends.CHANGE_RATE.label(), "").numbers(Trends.SHARE.label(), "");
    table.texts(Trends.REASON.label());
    rows.forEach(row -> add(table, edition, row));
  }

  /** Measures as the list has them; the total before its parts. */
  private List<ResultRow> inOrder(List<ResultRow> rows) {
    List<String> order = measures.stream().map(measure -> measure.get("code")).toList();
    return rows.stream()
        .sorted(Comparator.comparingInt(row -> order.indexOf(row.text(Shared.MEASURE))))
        .toList();
  }

  private void add(DataTable table, Edition edition, ResultRow row) {
    DataTable.Row line = table.row().head(row.shown(Shared.MEASURE));
    String dimension = row.text(Trends.DIMENSION);
    line.text(dimension == null ? "" : terms.label(Trends.DIMENSION, dimension).orElse(dimension));
    String member = row.text(Trends.MEMBER_LABEL);
    line.text(member == null ? Optional.ofNullable(row.text(Trends.MEMBER)).orElse(TOTAL) : member);
    boolean known = isKnown(edition, row);
    value(line, known ? fact(edition, row, Trends.VALUE) : Optional.empty(), Numbers.MISSING);
    value(line, previous(edition, row), "");
    String instead = row.flag(Trends.COMPARABLE) ? "" : Numbers.NOT_COMPARABLE;
    value(line, fact(edition, row, Trends.CHANGE), instead);
    value(line, fact(edition, row, Trends.CHANGE_RATE), instead);
    value(line, known ? fact(edition, row, Trends.SHARE) : Optional.empty(), "");
    String reason = row.text(Trends.REASON);
    line.text(reason == null ? "" : terms.label(Trends.REASON, reason).orElse(reason));
  }

  /** No zero of a year that exports do not cover wholly. */
  private boolean isKnown(Edition edition, ResultRow row) {
    return row.number(Trends.VALUE) != null
        && (row.number(Trends.VALUE).signum() != 0 || isWhole(edition, row, edition.year()));
  }

  private Optional<Fact> previous(Edition edition, ResultRow row) {
    return fact(edition, row, Trends.PREVIOUS_VALUE)
        .filter(fact -> !fact.isZero() || isWhole(edition, row, edition.year() - 1));
  }

  private boolean isWhole(Edition edition, ResultRow row, int year) {
    return measures.stream()
        .filter(measure -> measure.get("code").equals(row.text(Shared.MEASURE)))
        .map(measure -> edition.town().status(measure.get(Shared.DATASET.name()), year))
        .allMatch(Coverage.COMPLETE::equals);
  }

  private static Optional<Fact> fact(Edition edition, ResultRow row, Field column) {
    return edition
        .facts()
        .get(
            Trends.TABLE,
            column,
            row.text(Shared.MEASURE),
            row.text(Trends.DIMENSION),
            row.text(Trends.MEMBER));
  }

  private static void value(DataTable.Row line, Optional<Fact> fact, String instead) {
    fact.ifPresentOrElse(
        known -> line.number(known.value(), known.text()), () -> line.instead(instead));
  }
}

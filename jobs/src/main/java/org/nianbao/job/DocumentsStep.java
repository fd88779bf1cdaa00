package org.nianbao.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.nianbao.edition.Delivery;
import org.nianbao.edition.Document;
import org.nianbao.edition.Edition;
import org.nianbao.edition.EditionFolder;
import org.nianbao.edition.TownsCompared;
import org.nianbao.edition.book.CompareBook;
import org.nianbao.edition.book.TablesBook;
import org.nianbao.edition.page.ComparisonPage;
import org.nianbao.edition.page.EditionPage;
import org.nianbao.edition.word.Template;
import org.nianbao.edition.word.WordDraft;
import org.nianbao.fact.TownResults;
import org.nianbao.release.Suppression;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.trend.TownComparison;

/**
 * From result tables to the documents of each town and year. Towns are taken some at a time, so
 * that memory does not grow with their number.
 */
public final class DocumentsStep {
  private static final int TOWNS_AT_ONCE = 40;

  /** The tables whose rows say something of each town and year. */
  private static final List<Table> COMPARED =
      List.of(
          TownComparison.TABLE, YearlyMeasures.TABLE, Coverage.TABLE, Checks.TABLE, Trends.TABLE);

  private final Results results;
  private final Results.Scope scope;
  private final Seeds seeds;
  private final boolean strictRounding;
  private final Template template;
  private final String version;
  private final Progress progress;

  /**
   * Delivers the towns and years of a scope.
   *
   * @param template of the Word drafts
   * @param version of this build: another one writes all documents anew
   */
  public DocumentsStep(
      Results results,
      Results.Scope scope,
      Seeds seeds,
      boolean strictRounding,
      Template template,
      String version,
      Progress progress) {
    this.results = results;
    this.scope = scope;
    this.seeds = seeds;
    this.strictRounding = strictRounding;
    this.template = template;
    this.version = version;
    this.progress = progress;
  }

  /**
   * Brings the documents up to date.
   *
   * @return editions written; those that are as they were are left alone
   */
  public int write(Path out) {
    return progress.step("生成年报文稿", () -> writeAll(out));
  }

  private int writeAll(Path out) {
    SortedMap<String, SortedSet<Integer>> years = years();
    EditionFolder folder =
        new EditionFolder(out.resolve("editions"), seeds, strictRounding, ofAnEdition(), ground());
    AtomicInteger written = new AtomicInteger();
    List<String> towns = new ArrayList<>(years.keySet());
    for (int from = 0; from < towns.size(); from += TOWNS_AT_ONCE) {
      List<String> some = towns.subList(from, Math.min(towns.size(), from + TOWNS_AT_ONCE));
      List<Runnable> writes = new ArrayList<>();
      for (TownResults town : results(some)) {
        for (int year : years.get(town.townCode())) {
          writes.add(
              () -> {
                if (folder.write(town, year)) {
                  written.incrementAndGet();
                }
              });
        }
      }
      SideBySide.run(writes);
    }
    compare(out);
    return written.get();
  }

  private List<Document<Edition>> ofAnEdition() {
    return List.of(
        new WordDraft(template), new TablesBook(seeds, tables()), new EditionPage(seeds));
  }

  private List<Document<TownsCompared>> ofAllTowns() {
    return List.of(new CompareBook(seeds), new ComparisonPage(seeds));
  }

  /** {@code OUT/compare/}: the towns and years of the scope beside each other. */
  private void compare(Path out) {
    Map<String, List<ResultRow>> rows = new HashMap<>();
    for (Table table : COMPARED) {
      rows.put(
          table.name(),
          shown(results, table)
              .map(row -> ResultRow.of(table, row))
              .filter(DocumentsStep::isOfTotals)
              .toList());
    }
    TownsCompared compared = new TownsCompared(rows);
    for (Document<TownsCompared> document : ofAllTowns()) {
      Delivery.replace(
          out.resolve("compare").resolve(document.fileName()),
          file -> document.write(compared, file));
    }
  }

  /** A row whose figure is not released is in no document. */
  private static Stream<Row> shown(Results results, Table table) {
    return results.rows(table).filter(row -> Suppression.isShown(table, row));
  }

  /** Parts of a total stand in the documents of each town. */
  private static boolean isOfTotals(ResultRow row) {
    return !row.has(Trends.DIMENSION) || row.text(Trends.DIMENSION) == null;
  }

  private String ground() {
    return version + seeds.digest(seeds.names().stream().sorted().toList()) + template.digest();
  }

  /** The years to deliver by town. */
  private SortedMap<String, SortedSet<Integer>> years() {
    SortedMap<String, SortedSet<Integer>> years = new TreeMap<>();
    for (Row row : results.rows(Coverage.TABLE).toList()) {
      String town = row.getAs(Shared.TOWN_CODE.name());
      int year = row.getAs(Shared.YEAR.name());
      if (scope.takes(new TownYear(town, year))) {
        years.computeIfAbsent(town, any -> new TreeSet<>()).add(year);
      }
    }
    return years;
  }

  /** What is known of some towns, in all years: documents look back. */
  private Collection<TownResults> results(List<String> towns) {
    Results all = results.within(new Results.Scope(new TreeSet<>(towns), new TreeSet<>()));
    Map<String, Map<String, List<ResultRow>>> rows = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    List<Runnable> reads = new ArrayList<>();
    for (Table table : tables()) {
      reads.add(
          () -> {
            for (Row found : shown(all, table).toList()) {
              ResultRow row = ResultRow.of(table, found);
              String town = row.text(Shared.TOWN_CODE);
              if (town != null) {
                synchronized (rows) {
                  names.put(town, row.text(Shared.TOWN));
                  rows.computeIfAbsent(town, any -> new HashMap<>())
                      .computeIfAbsent(table.name(), any -> new ArrayList<>())
                      .add(row);
                }
              }
            }
          });
    }
    SideBySide.run(reads);
    return towns.stream()
        .map(town -> new TownResults(town, names.get(town), rows.get(town)))
        .toList();
  }

  private List<Table> tables() {
    return results.delivered().stream()
        .filter(table -> !table.equals(IngestLog.TABLE) && !table.equals(Rejects.TABLE))
        .toList();
  }
}

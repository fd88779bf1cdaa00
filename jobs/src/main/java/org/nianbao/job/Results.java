package org.nianbao.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.release.Suppression;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Checks;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Field;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.TownYear;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.warehouse.Ledgers;
import org.nianbao.warehouse.Warehouse;
import org.nianbao.yearly.TicketsByMonth;
import org.nianbao.yearly.TicketsByTypeAndSource;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** The result tables, as people get to see them: whole, or of some towns and years. */
public final class Results {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Ledgers ledgers;
  private final Seeds seeds;
  private final Scope scope;
  private final Suppression suppression;

  public Results(
      SparkSession spark, Warehouse warehouse, Ledgers ledgers, Seeds seeds, Scope scope) {
    this(spark, warehouse, ledgers, seeds, scope, Suppression.NONE);
  }

  private Results(
      SparkSession spark,
      Warehouse warehouse,
      Ledgers ledgers,
      Seeds seeds,
      Scope scope,
      Suppression suppression) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.ledgers = ledgers;
    this.seeds = seeds;
    this.scope = scope;
    this.suppression = suppression;
  }

  /**
   * Which towns and years to show.
   *
   * @param towns codes; empty: all
   * @param years empty: all
   */
  public record Scope(Set<String> towns, SortedSet<Integer> years) {
    public boolean takes(TownYear townYear) {
      return (towns.isEmpty() || towns.contains(townYear.townCode()))
          && (years.isEmpty() || years.contains(townYear.year()));
    }
  }

  /** The same tables, of other towns and years. */
  Results within(Scope other) {
    return new Results(spark, warehouse, ledgers, seeds, other, suppression);
  }

  /**
   * The same tables as they leave the house.
   *
   * @param threshold counts from one to below it are hidden; 0: none
   */
  public Results released(long threshold) {
    if (threshold == 0) {
      return this;
    }
    Results all = within(new Scope(Set.of(), new TreeSet<>()));
    Suppression small =
        Suppression.below(
            threshold,
            all.rows(TicketsByTypeAndSource.TABLE).toList(),
            all.rows(TicketsByMonth.TABLE).toList(),
            all.rows(YearlyMeasures.TABLE).toList());
    return new Results(spark, warehouse, ledgers, seeds, scope, small);
  }

  /** The tables that go out, in the order in which people read them. */
  List<Table> delivered() {
    return tables().stream().filter(suppression::releases).toList();
  }

  /** Counts below this are hidden; 0: none. */
  long suppressedBelow() {
    return suppression.threshold();
  }

  /** Every table, in the order in which people read them. */
  public static List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    YearlyTables.ALL.stream().map(YearlyTable::contract).forEach(tables::add);
    tables.addAll(TrendsStep.TABLES);
    tables.addAll(List.of(Checks.TABLE, IngestLog.TABLE, Rejects.TABLE));
    return tables;
  }

  public static Optional<Table> table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** The rows of a table within the scope, in its order. */
  public Stream<Row> rows(Table table) {
    return suppression.of(table, stored(table));
  }

  private Stream<Row> stored(Table table) {
    if (table.equals(IngestLog.TABLE)) {
      return ingestLog().stream();
    }
    if (table.equals(Rejects.TABLE)) {
      return rejects();
    }
    Optional<List<Row>> held = warehouse.held(table);
    return held.isPresent()
        ? held.get().stream().filter(row -> takes(table, row))
        : inOrder(table.conform(warehouse.read(table).filter(inScope())), table);
  }

  /**
   * Rows one after the other, for tables that do not fit in memory: a part at a time comes here.
   */
  private static Stream<Row> inOrder(Dataset<Row> rows, Table table) {
    Iterator<Row> sorted = rows.orderBy(table.order()).toLocalIterator();
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(sorted, Spliterator.ORDERED), false);
  }

  private boolean takes(Table table, Row row) {
    return takes(scope.towns(), table, row, TOWN_CODE) && takes(scope.years(), table, row, YEAR);
  }

  private static boolean takes(Set<?> taken, Table table, Row row, Field field) {
    if (taken.isEmpty()) {
      return true;
    }
    Object own = row.get(table.fields().indexOf(field));
    return own == null || taken.contains(own);
  }

  /** What is of no town or year, as a check of a file is, belongs to every scope. */
  private Column inScope() {
    Column taken = lit(true);
    if (!scope.towns().isEmpty()) {
      Column own = TOWN_CODE.col().isin(scope.towns().toArray());
      taken = taken.and(TOWN_CODE.col().isNull().or(own));
    }
    if (!scope.years().isEmpty()) {
      taken = taken.and(YEAR.col().isNull().or(YEAR.col().isin(scope.years().toArray())));
    }
    return taken;
  }

  private List<Row> ingestLog() {
    Map<List<String>, long[]> accounts = new HashMap<>();
    for (Computed.Entry entry : ledgers.computed().values()) {
      for (Computed.Account account : entry.accounts()) {
        long[] sums =
            accounts.computeIfAbsent(
                List.of(account.sourceFile(), account.sha256()), file -> new long[2]);
        sums[0] += account.accepted();
        sums[1] += account.duplicates();
      }
    }
    return ledgers.exports().stream()
        .map(
            export -> {
              long[] sums =
                  accounts.getOrDefault(List.of(export.sourceFile(), export.sha256()), new long[2]);
              // Before the tables are brought up to date, what became of valid rows is not known.
              boolean known = sums[0] + sums[1] == export.valid();
              return IngestLog.TABLE.row(
                  export.sourceFile(),
                  export.dataset(),
                  export.encoding(),
                  export.rowsRead(),
                  known ? sums[0] : null,
                  export.rejected(),
                  known ? sums[1] : null,
                  export.firstOn(),
                  export.lastOn(),
                  export.sha256());
            })
        .sorted(IngestLog.TABLE.comparator())
        .toList();
  }

  /** Rejects of the files that count, each with its file and what a clerk can do. */
  private Stream<Row> rejects() {
    // Copies of a file are one load under several names.
    Map<String, List<ExportLog.Entry>> exports =
        ledgers.exports().stream().collect(Collectors.groupingBy(ExportLog.Entry::load));
    Map<String, String> advice =
        seeds.rows(Rejects.RULE.vocabulary()).stream()
            .collect(Collectors.toMap(row -> row.get("rule"), (SeedRow row) -> row.get("advice")));
    Optional<List<Row>> held = warehouse.held(Rejects.LOG);
    if (held.isPresent()) {
      return held.get().stream()
          .flatMap(
              reject ->
                  exports
                      .getOrDefault(reject.<String>getAs(ArchiveTable.LOAD.name()), List.of())
                      .stream()
                      .map(export -> told(reject, export, advice)))
          .sorted(Rejects.TABLE.comparator());
    }
    return sortedByFile(exports.values().stream().flatMap(List::stream).toList())
        .map(reject -> told(reject, named(reject, exports), advice));
  }

  private static ExportLog.Entry named(Row reject, Map<String, List<ExportLog.Entry>> exports) {
    String file = reject.getAs(Shared.SOURCE_FILE.name());
    return exports.get(reject.<String>getAs(ArchiveTable.LOAD.name())).stream()
        .filter(export -> export.sourceFile().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static Row told(Row reject, ExportLog.Entry export, Map<String, String> advice) {
    long record = reject.getAs(ArchiveTable.RECORD.name());
    String rule = reject.getAs(Rejects.RULE.name());
    return Rejects.TABLE.row(
        export.sourceFile(),
        record,
        export.dataset(),
        reject.getAs(Rejects.COLUMN.name()),
        reject.getAs(Rejects.VALUE.name()),
        rule,
        advice.getOrDefault(rule, rule),
        record + export.headerRecords());
  }

  private Stream<Row> sortedByFile(Collection<ExportLog.Entry> exports) {
    StructType schema =
        new StructType()
            .add(ArchiveTable.LOAD.name(), DataTypes.StringType)
            .add(Shared.SOURCE_FILE.name(), DataTypes.StringType);
    List<Row> files =
        exports.stream()
            .map(export -> RowFactory.create(export.load(), export.sourceFile()))
            .toList();
    return inOrder(
        warehouse
            .read(Rejects.LOG)
            .join(broadcast(spark.createDataFrame(files, schema)), ArchiveTable.LOAD.name()),
        Rejects.TABLE);
  }
}

package org.nianbao.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.xxhash64;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.nianbao.check.Lookalikes.ExportYear;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Content;
import org.nianbao.table.ExportColumn;
import org.nianbao.table.Shared;

/**
 * A year's export that is another year's again. Rows are compared without their numbers and without
 * the year in their dates and texts; two years are the same when nine of ten distinct rows are.
 *
 * <p>Only exports whose rows by town and month look alike are read, and of them the rows with the
 * smallest hashes are compared. Where rows say too little to be told apart, as types and days of a
 * busy hotline do, nothing is said.
 */
final class SameYearTwice implements Check {
  /** So many rows with the smallest hashes stand for all; fewer are compared whole. */
  private static final int SAMPLE = 256;

  /** Of more rows those are taken whose time of day falls on one second in so many. */
  private static final long ENOUGH = 1 << 14;

  /** Nine of ten rows in common are 0.82 of the rows of both together. */
  private static final double ALIKE = 0.81;

  private static final long SECONDS_OF_A_DAY = 86_400;

  private static final String HASH = "content_hash";
  private static final String ROWS = "content_rows";
  private static final String TOLD = "told_rows";
  private static final String DISTINCT = "distinct_rows";
  private static final String RANK = "hash_rank";

  @Override
  public String code() {
    return "same_year_twice";
  }

  private record LoadYear(String load, int year) {
    static LoadYear of(ExportYear one) {
      return new LoadYear(one.export().load(), one.year());
    }
  }

  /**
   * The content of a load in a year.
   *
   * @param rows the rows that were looked at
   * @param distinct how many different ones are among them
   * @param hashes the smallest hashes of these
   */
  private record Sketch(long rows, long distinct, Set<Long> hashes) {

    /** Whether at least half of the rows can be told apart. */
    boolean tells() {
      return distinct * 2 >= rows;
    }

    /** Of the rows of either, the part that is in both. */
    double likeness(Sketch other) {
      Set<Long> either = new TreeSet<>(hashes);
      either.addAll(other.hashes);
      List<Long> smallest = either.stream().limit(SAMPLE).toList();
      long both =
          smallest.stream().filter(h -> hashes.contains(h) && other.hashes.contains(h)).count();
      return (double) both / smallest.size();
    }
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    List<Lookalikes.Pair> pairs = Lookalikes.among(evidence.exports());
    Map<LoadYear, Sketch> sketches = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      Set<ExportYear> own =
          pairs.stream()
              .flatMap(pair -> Stream.of(pair.earlier(), pair.later()))
              .filter(one -> one.export().dataset().equals(table.dataset()))
              .collect(Collectors.toSet());
      if (!own.isEmpty()) {
        sketches.putAll(sketches(table, evidence.archive().get(table.dataset()), own));
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Lookalikes.Pair pair : pairs) {
      finding(pair, sketches).ifPresent(findings::add);
    }
    return Findings.of(evidence.spark(), findings);
  }

  private Optional<Finding> finding(Lookalikes.Pair pair, Map<LoadYear, Sketch> sketches) {
    Sketch earlier = sketches.get(LoadYear.of(pair.earlier()));
    Sketch later = sketches.get(LoadYear.of(pair.later()));
    if (earlier == null
        || later == null
        || !earlier.tells()
        || !later.tells()
        || earlier.likeness(later) < ALIKE) {
      return Optional.empty();
    }
    String file = pair.earlier().export().sourceFile();
    return Optional.of(
        new Finding(
            code(),
            null,
            pair.later().export().sourceFile(),
            "%d=%s:%d".formatted(pair.later().year(), file, pair.earlier().year()),
            null,
            null,
            "%d 年的数据与 %s 中 %d 年的数据几乎相同（只差年份）"
                .formatted(pair.later().year(), file, pair.earlier().year())));
  }

  private static Map<LoadYear, Sketch> sketches(
      ArchiveTable table, Dataset<Row> rows, Set<ExportYear> own) {
    Object[] loads = own.stream().map(one -> one.export().load()).distinct().toArray();
    long fewest = own.stream().mapToLong(one -> one.export().rows(one.year())).min().orElse(0);
    WindowSpec content = Window.partitionBy(ArchiveTable.LOAD.col(), YEAR.col());
    Map<LoadYear, Sketch> sketches = new HashMap<>();
    rows.filter(ArchiveTable.LOAD.col().isin(loads))
        .filter(sampled(table, fewest / ENOUGH))
        .groupBy(ArchiveTable.LOAD.col(), YEAR.col(), content(table).as(HASH))
        .agg(count("*").as(ROWS))
        .withColumn(TOLD, sum(col(ROWS)).over(content))
        .withColumn(RANK, row_number().over(content.orderBy(col(HASH))))
        .withColumn(DISTINCT, count("*").over(content))
        .filter(col(RANK).leq(SAMPLE))
        .groupBy(ArchiveTable.LOAD.col(), YEAR.col())
        .agg(first(col(TOLD)), first(col(DISTINCT)), collect_list(col(HASH)))
        .collectAsList()
        .forEach(
            row ->
                sketches.put(
                    new LoadYear(row.getString(0), row.getInt(1)),
                    new Sketch(
                        row.getLong(2), row.getLong(3), new TreeSet<>(row.<Long>getList(4)))));
    return sketches;
  }

  /** One row in so many, the same ones of years that are alike; all where rows have only days. */
  private static Column sampled(ArchiveTable table, long oneIn) {
    ExportColumn counted = table.countedColumn();
    if (oneIn < 2 || counted.content() != Content.TIME) {
      return lit(true);
    }
    Column second = pmod(unix_timestamp(counted.field().col()), lit(SECONDS_OF_A_DAY));
    return pmod(second, lit(oneIn)).equalTo(0);
  }

  /** What a row says apart from its number and the year. */
  private static Column content(ArchiveTable table) {
    List<Column> said = new ArrayList<>(List.of(Shared.TOWN_CODE.col()));
    for (ExportColumn column : table.columns()) {
      Column text = column.field().col().cast("string");
      if (column.kept() && column.content() != Content.IDENTIFIER) {
        said.add(coalesce(withoutYear(column.content(), text), lit("")));
      }
    }
    return xxhash64(said.toArray(Column[]::new));
  }

  private static Column withoutYear(Content content, Column text) {
    return switch (content) {
      case DATE, TIME -> substring(text, 5, 100);
      case FINGERPRINT -> substring_index(text, ".", 1);
      case TEXT, PROSE -> regexp_replace(text, "20\\d\\d", "");
      case IDENTIFIER, LABEL, YEAR, FLAG, NUMBER -> text;
    };
  }
}

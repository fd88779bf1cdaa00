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
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.xxhash64;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.nianbao.table.ContentSamples;
import org.nianbao.table.ExportColumn;
import org.nianbao.table.Shared;

/**
 * A year's export that is another year's again. Rows are compared without their numbers and without
 * the year in their dates and texts; two years are the same when nine of ten distinct rows are.
 *
 * <p>Only exports whose rows by town and month look alike are read, and of them the rows with the
 * smallest hashes are compared, which are kept: a load is looked at once. Where rows say too little
 * to be told apart, as types and days of a busy hotline do, nothing is said.
 */
final class SameYearTwice implements Check {
  /** So many rows with the smallest hashes stand for all; fewer are compared whole. */
  private static final int SAMPLE = 256;

  /**
   * Of more rows those are taken whose time of day falls on one second in so many; all where rows
   * have only days.
   */
  private static final long ENOUGH = 1 << 11;

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

  @Override
  public Dataset<Row> find(Evidence evidence) {
    List<Lookalikes.Pair> pairs = Lookalikes.among(evidence.exports());
    Map<ContentSamples.Key, ContentSamples.Entry> samples = samples(evidence, pairs);
    List<Finding> findings = new ArrayList<>();
    for (Lookalikes.Pair pair : pairs) {
      finding(pair, samples).ifPresent(findings::add);
    }
    return Findings.of(evidence.spark(), findings);
  }

  /** Samples of all exports of the pairs; those that were never taken are taken now. */
  private static Map<ContentSamples.Key, ContentSamples.Entry> samples(
      Evidence evidence, List<Lookalikes.Pair> pairs) {
    Map<String, Map<Long, Set<ContentSamples.Key>>> wanted = new TreeMap<>();
    for (Lookalikes.Pair pair : pairs) {
      Map<Long, Set<ContentSamples.Key>> ofDataset =
          wanted.computeIfAbsent(pair.dataset(), dataset -> new TreeMap<>());
      for (ExportYear one : List.of(pair.earlier(), pair.later())) {
        ContentSamples.Key key = key(pair, one);
        ofDataset.computeIfAbsent(key.oneIn(), rate -> new HashSet<>()).add(key);
      }
    }
    Map<ContentSamples.Key, ContentSamples.Entry> samples =
        pairs.isEmpty() ? new HashMap<>() : evidence.samples().taken();
    List<ContentSamples.Entry> fresh = new ArrayList<>();
    wanted.forEach(
        (dataset, byRate) ->
            byRate.forEach(
                (rate, keys) -> {
                  keys.removeAll(samples.keySet());
                  if (!keys.isEmpty()) {
                    fresh.addAll(taken(Archive.of(dataset), evidence, rate, keys));
                  }
                }));
    if (!fresh.isEmpty()) {
      evidence.samples().keep(fresh);
      fresh.forEach(entry -> samples.put(entry.key(), entry));
    }
    return samples;
  }

  /**
   * The sample of one of a pair. Both are sampled alike, and nearly all pairs of a dataset are: of
   * rates there are only powers of two.
   */
  private static ContentSamples.Key key(Lookalikes.Pair pair, ExportYear one) {
    long fewest = Math.min(pair.earlier().rows(), pair.later().rows());
    long oneIn =
        Archive.of(pair.dataset()).countedColumn().content() == Content.TIME
            ? Math.max(1, Long.highestOneBit(fewest / ENOUGH))
            : 1;
    return new ContentSamples.Key(one.export().load(), one.year(), oneIn);
  }

  private Optional<Finding> finding(
      Lookalikes.Pair pair, Map<ContentSamples.Key, ContentSamples.Entry> samples) {
    ContentSamples.Entry earlier = samples.get(key(pair, pair.earlier()));
    ContentSamples.Entry later = samples.get(key(pair, pair.later()));
    if (earlier == null
        || later == null
        || !earlier.tells()
        || !later.tells()
        || likeness(earlier, later) < ALIKE) {
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

  /** Of the rows of either, the part that is in both. */
  private static double likeness(ContentSamples.Entry one, ContentSamples.Entry other) {
    Set<Long> both = new HashSet<>(one.hashes());
    both.retainAll(Set.copyOf(other.hashes()));
    List<Long> smallest =
        Stream.of(one, other)
            .flatMap(entry -> entry.hashes().stream())
            .distinct()
            .sorted()
            .limit(SAMPLE)
            .toList();
    return (double) smallest.stream().filter(both::contains).count() / smallest.size();
  }

  private static List<ContentSamples.Entry> taken(
      ArchiveTable table, Evidence evidence, long oneIn, Set<ContentSamples.Key> keys) {
    Object[] loads = keys.stream().map(ContentSamples.Key::load).distinct().toArray();
    WindowSpec content = Window.partitionBy(ArchiveTable.LOAD.col(), YEAR.col());
    return evidence
        .archive()
        .get(table.dataset())
        .filter(ArchiveTable.LOAD.col().isin(loads))
        .filter(sampled(table, oneIn))
        // The same bytes under two names are one load.
        .select(
            ArchiveTable.LOAD.col(), YEAR.col(), ArchiveTable.RECORD.col(), content(table).as(HASH))
        .distinct()
        .groupBy(ArchiveTable.LOAD.col(), YEAR.col(), col(HASH))
        .agg(count("*").as(ROWS))
        .withColumn(TOLD, sum(col(ROWS)).over(content))
        .withColumn(RANK, row_number().over(content.orderBy(col(HASH))))
        .withColumn(DISTINCT, count("*").over(content))
        .filter(col(RANK).leq(SAMPLE))
        .groupBy(ArchiveTable.LOAD.col(), YEAR.col())
        .agg(first(col(TOLD)), first(col(DISTINCT)), sort_array(collect_list(col(HASH))))
        .collectAsList()
        .stream()
        .map(
            row ->
                new ContentSamples.Entry(
                    new ContentSamples.Key(row.getString(0), row.getInt(1), oneIn),
                    row.getLong(2),
                    row.getLong(3),
                    row.getList(4)))
        .filter(entry -> keys.contains(entry.key()))
        .toList();
  }

  /** One row in so many, the same ones of years that are alike. */
  private static Column sampled(ArchiveTable table, long oneIn) {
    if (oneIn == 1) {
      return lit(true);
    }
    Column time = table.countedColumn().field().col();
    Column second = pmod(unix_timestamp(time), lit(SECONDS_OF_A_DAY));
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

package org.nianbao.job;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.TownYear;

/** Finds the town-years that share things: the same ticket under two towns, or in two years. */
final class Linking {
  /** Of so many added rows those that share anything are looked for before any is sorted. */
  static final long MANY = 500_000;

  private static final String IDENTITY = "identity";
  private static final String PLACES = "places";
  private static final String HASH = "identity_hash";

  private Linking() {}

  /**
   * The links that added rows bring about, in both directions.
   *
   * @param added rows of a dataset
   * @param rows how many these are
   * @param archive all its rows, with or without the added ones
   * @param archived how many these are
   */
  static Map<TownYear, Set<TownYear>> between(
      ArchiveTable table, Dataset<Row> added, long rows, Dataset<Row> archive, long archived) {
    Dataset<Row> all = places(table, added);
    if (archived > 0) {
      all = all.union(sharing(table, added, rows, archive, archived));
    }
    return rows < MANY ? links(all) : linksOfRepeated(all);
  }

  private static Dataset<Row> sharing(
      ArchiveTable table, Dataset<Row> added, long rows, Dataset<Row> archive, long archived) {
    Dataset<Row> touched = places(table, added);
    if (rows > Repeated.MOST) {
      return places(table, archive)
          .join(touched.select(IDENTITY).distinct(), new String[] {IDENTITY}, "left_semi");
    }
    boolean many = archived >= Repeated.WORTHWHILE;
    return sharing(places(table, many ? archive.filter(reach(table, added)) : archive), touched);
  }

  /**
   * Places of the things that are touched. Their hashes are handed to all tasks, so that a large
   * archive is looked through without sorting it; two things of one hash do no harm, because things
   * are told apart later.
   */
  private static Dataset<Row> sharing(Dataset<Row> places, Dataset<Row> touched) {
    Column hash = xxhash64(col(IDENTITY));
    Dataset<Row> hashes = touched.select(hash.as(HASH)).distinct();
    return places.join(broadcast(hashes), hash.equalTo(hashes.col(HASH)), "left_semi");
  }

  /**
   * From the least to the greatest of what identifies added rows. Most offices number by date, and
   * files of the archive that lie outside are not read.
   */
  private static Column reach(ArchiveTable table, Dataset<Row> added) {
    List<Column> identity = table.identity().get();
    List<Column> limits = identity.stream().flatMap(one -> Stream.of(min(one), max(one))).toList();
    Row found = added.select(limits.toArray(Column[]::new)).first();
    Column within = lit(true);
    for (int i = 0; i < identity.size(); i++) {
      Column one = identity.get(i);
      within =
          within.and(
              one.isNull().or(one.between(lit(found.get(2 * i)), lit(found.get(2 * i + 1)))));
    }
    return within;
  }

  private static Map<TownYear, Set<TownYear>> linksOfRepeated(Dataset<Row> all) {
    Optional<Repeated> repeated =
        Repeated.among(all.sparkSession(), all, new Column[] {col(IDENTITY)});
    if (repeated.isPresent() && repeated.get().none()) {
      return Map.of();
    }
    return links(repeated.map(few -> few.of(all)).orElse(all));
  }

  private static Map<TownYear, Set<TownYear>> links(Dataset<Row> all) {
    Column place = struct(TOWN_CODE.col(), YEAR.col());
    Map<TownYear, Set<TownYear>> links = new TreeMap<>();
    all.groupBy(col(IDENTITY))
        .agg(collect_set(place).as(PLACES))
        .filter(array_size(col(PLACES)).gt(1))
        .select(sort_array(col(PLACES)).as(PLACES))
        .distinct()
        .collectAsList()
        .forEach(row -> link(row.getList(0), links));
    return links;
  }

  private static void link(List<Row> places, Map<TownYear, Set<TownYear>> links) {
    List<TownYear> townYears =
        places.stream().map(place -> new TownYear(place.getString(0), place.getInt(1))).toList();
    for (TownYear one : townYears) {
      Set<TownYear> linked = links.computeIfAbsent(one, key -> new TreeSet<>());
      townYears.stream().filter(other -> !other.equals(one)).forEach(linked::add);
    }
  }

  private static Dataset<Row> places(ArchiveTable table, Dataset<Row> rows) {
    Column[] identity = table.identity().get().toArray(Column[]::new);
    return rows.select(struct(identity).as(IDENTITY), TOWN_CODE.col(), YEAR.col());
  }
}

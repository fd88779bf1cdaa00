package org.nianbao.job;

import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * The things of which many rows speak more than once, as hashes of their identity. Most things are
 * told of once: to sort a number for each row finds the others sooner than to sort the rows.
 *
 * <p>Two things may have one hash, so that a thing told of once may be among them; one told of
 * twice is never missing.
 */
final class Repeated {
  /** So many rows are worth looking into; fewer are sorted as they are. */
  static final long WORTHWHILE = 150_000;

  /** More hashes than these are not gathered on the driver. */
  static final int MOST = 1 << 20;

  /** A task holds a block of hashes for each part: 16 MB of them at most. */
  private static final int MOST_PARTS = 256;

  private static final int BLOCK = 1 << 13;
  private static final String HASH = "repeated_hash";

  private final SparkSession spark;
  private final Column[] identity;
  private final long[] hashes;

  private Repeated(SparkSession spark, Column[] identity, long[] hashes) {
    this.spark = spark;
    this.identity = identity;
    this.hashes = hashes;
  }

  /**
   * Looks through rows once.
   *
   * @param identity the columns that make two rows speak of the same thing
   * @return empty if nearly everything is told of more than once
   */
  static Optional<Repeated> among(SparkSession spark, Dataset<Row> rows, Column[] identity) {
    JavaRDD<InternalRow> hashes =
        rows.select(xxhash64(identity)).queryExecution().toRdd().toJavaRDD();
    int parts =
        Math.min(
            Math.max(spark.sparkContext().defaultParallelism(), hashes.getNumPartitions()),
            MOST_PARTS);
    int most = MOST / parts;
    List<long[]> found =
        hashes
            .mapPartitionsToPair(part -> new Blocks(part, parts))
            .partitionBy(new HashPartitioner(parts))
            .values()
            .mapPartitions(blocks -> List.of(twice(blocks, most)).iterator())
            .collect();
    if (found.stream().anyMatch(part -> part.length > most)) {
      return Optional.empty();
    }
    long[] all = found.stream().flatMapToLong(Arrays::stream).toArray();
    return Optional.of(new Repeated(spark, identity, all));
  }

  boolean none() {
    return hashes.length == 0;
  }

  /** The rows that speak of things told of more than once. */
  Dataset<Row> of(Dataset<Row> rows) {
    return none() ? rows.limit(0) : joined(rows, "left_semi");
  }

  /** The rows that speak of things told of once. */
  Dataset<Row> others(Dataset<Row> rows) {
    return none() ? rows : joined(rows, "left_anti");
  }

  private Dataset<Row> joined(Dataset<Row> rows, String how) {
    List<Row> values = Arrays.stream(hashes).mapToObj(hash -> RowFactory.create(hash)).toList();
    Dataset<Row> repeated =
        spark.createDataFrame(values, new StructType().add(HASH, DataTypes.LongType));
    return rows.join(
        functions.broadcast(repeated), xxhash64(identity).equalTo(repeated.col(HASH)), how);
  }

  /** The hashes that come more than once; stops when there are more than the most. */
  private static long[] twice(Iterator<long[]> blocks, int most) {
    List<long[]> all = new ArrayList<>();
    blocks.forEachRemaining(all::add);
    long[] sorted = all.stream().flatMapToLong(Arrays::stream).toArray();
    Arrays.sort(sorted);
    long[] found = new long[16];
    int count = 0;
    for (int i = 1; i < sorted.length && count <= most; i++) {
      boolean again = sorted[i] == sorted[i - 1];
      if (again && (count == 0 || found[count - 1] != sorted[i])) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The hashes of one part of the rows, in blocks for the tasks that sort them. */
  private static final class Blocks implements Iterator<Tuple2<Integer, long[]>> {
    private final Iterator<InternalRow> rows;
    private final long[][] blocks;
    private final int[] filled;
    private final Queue<Tuple2<Integer, long[]>> ready = new ArrayDeque<>();

    Blocks(Iterator<InternalRow> rows, int parts) {
      this.rows = rows;
      this.blocks = new long[parts][BLOCK];
      this.filled = new int[parts];
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        add(rows.next().getLong(0));
        if (!rows.hasNext()) {
          for (int part = 0; part < blocks.length; part++) {
            handOut(part);
          }
        }
      }
      return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, long[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void add(long hash) {
      int part = Math.floorMod(hash >>> 32, blocks.length);
      blocks[part][filled[part]++] = hash;
      if (filled[part] == BLOCK) {
        handOut(part);
      }
    }

    private void handOut(int part) {
      if (filled[part] > 0) {
        ready.add(new Tuple2<>(part, Arrays.copyOf(blocks[part], filled[part])));
        filled[part] = 0;
      }
    }
  }
}

package org.nianbao.yearly;

import static org.apache.spark.sql.functions.col;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.Tickets.TICKET_TYPE;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.nianbao.seed.Seeds;
import scala.Tuple2;

/**
 * How many days tickets took from receipt to closing: one row per town, year and type, and one for
 * the tickets of all types together. Only settled tickets with a closing time are in it.
 *
 * <p>Quantiles are exact. Spark counts for each of them how often each number comes, in a map of
 * objects, and once for each grouping; days of a million tickets hardly repeat, so that to sort
 * them costs a tenth. They are gathered once for both groupings.
 */
public final class HandlingTimes {
  /** Whether the row is about the tickets of all types. */
  static final String ALL_TYPES = "all_types";

  static final String MEDIAN = "median_days";
  static final String P90 = "p90_days";
  static final String TIMED = "timed_tickets";

  private static final String DAYS = "days";

  private static final StructType SCHEMA =
      new StructType()
          .add(TOWN_CODE.name(), DataTypes.StringType)
          .add(YEAR.name(), DataTypes.IntegerType)
          .add(TICKET_TYPE.name(), DataTypes.StringType)
          .add(ALL_TYPES, DataTypes.BooleanType)
          .add(MEDIAN, DataTypes.DoubleType)
          .add(P90, DataTypes.DoubleType)
          .add(TIMED, DataTypes.LongType);

  private HandlingTimes() {}

  /**
   * Measures.
   *
   * @param tickets in their latest states
   */
  public static Dataset<Row> of(Dataset<Row> tickets, Seeds seeds) {
    Dataset<Row> timed =
        tickets
            .withColumn(DAYS, Settlement.days(seeds))
            .filter(col(DAYS).isNotNull())
            .select(TOWN_CODE.col(), YEAR.col(), TICKET_TYPE.col(), col(DAYS));
    JavaRDD<InternalRow> rows = timed.queryExecution().toRdd().toJavaRDD();
    JavaRDD<Row> times =
        rows.mapPartitionsToPair(HandlingTimes::gathered)
            .groupByKey()
            .flatMap(group -> times(group._1, group._2));
    return tickets.sparkSession().createDataFrame(times, SCHEMA);
  }

  /** Days by town, year and type, of one part of the tickets. */
  private static Iterator<Tuple2<Tuple2<String, Integer>, Days>> gathered(
      Iterator<InternalRow> rows) {
    Map<Group, Days> groups = new HashMap<>();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      Group group = new Group(row.getUTF8String(0), row.getInt(1), row.getUTF8String(2));
      Days days = groups.get(group);
      if (days == null) {
        days = new Days(group.type == null ? null : group.type.toString());
        groups.put(group.copy(), days);
      }
      days.add(row.getDouble(3));
    }
    return groups.entrySet().stream()
        .map(
            entry ->
                new Tuple2<>(
                    new Tuple2<>(entry.getKey().town.toString(), entry.getKey().year),
                    entry.getValue()))
        .iterator();
  }

  /** The rows of a town-year. */
  private static Iterator<Row> times(Tuple2<String, Integer> townYear, Iterable<Days> parts) {
    Map<String, Days> byType = new HashMap<>();
    Days all = new Days(null);
    for (Days part : parts) {
      byType.computeIfAbsent(part.type, Days::new).addAll(part);
      all.addAll(part);
    }
    List<Row> rows = new ArrayList<>(List.of(all.row(townYear, true)));
    byType.values().forEach(days -> rows.add(days.row(townYear, false)));
    return rows.iterator();
  }

  /** What a row is about; its texts are overwritten with the next row. */
  private record Group(UTF8String town, int year, UTF8String type) {

    Group copy() {
      return new Group(town.copy(), year, type == null ? null : type.copy());
    }
  }

  /** Numbers of days. */
  private static final class Days implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String type;
    private double[] days = {};
    private int count;

    private Days(String type) {
      this.type = type;
    }

    private void add(double day) {
      if (count == days.length) {
        days = Arrays.copyOf(days, Math.max(16, count + (count >> 1)));
      }
      days[count++] = day;
    }

    private void addAll(Days other) {
      if (count + other.count > days.length) {
        days = Arrays.copyOf(days, count + other.count);
      }
      System.arraycopy(other.days, 0, days, count, other.count);
      count += other.count;
    }

    private Row row(Tuple2<String, Integer> townYear, boolean allTypes) {
      Arrays.sort(days, 0, count);
      return RowFactory.create(
          townYear._1, townYear._2, type, allTypes, quantile(0.5), quantile(0.9), (long) count);
    }

    /**
     * The least number that the share of them does not exceed, between two numbers by linear
     * interpolation (definition 7 of Hyndman and Fan, 1996, which SQL's percentile_cont uses).
     */
    private double quantile(double share) {
      double position = (count - 1) * share;
      int below = (int) Math.floor(position);
      int above = (int) Math.ceil(position);
      return below == above
          ? days[below]
          : (above - position) * days[below] + (position - below) * days[above];
    }
  }
}

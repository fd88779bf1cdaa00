package org.nianbao.yearly;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Several exact quantiles of a group's numbers at once: the least number that the share of them
 * does not exceed, between two numbers by linear interpolation (definition 7 of Hyndman and Fan,
 * 1996, which SQL's percentile_cont uses). Of no numbers there are no quantiles.
 *
 * <p>Gives what Spark's {@code percentile} gives. That counts how often each number comes, in a map
 * of objects, once for each quantile: among days of a million tickets, which hardly repeat, the map
 * costs ten times as much as sorting the numbers.
 */
public final class Quantiles extends Aggregator<Double, Quantiles.Numbers, Row> {
  private static final long serialVersionUID = 1L;

  private final double[] shares;

  private Quantiles(double... shares) {
    this.shares = shares;
  }

  /**
   * A struct with a field for each share: {@code q0}, {@code q1} …
   *
   * @param number what the quantiles are of; null does not count
   */
  static Column of(Column number, double... shares) {
    return functions.udaf(new Quantiles(shares), Encoders.DOUBLE()).apply(number.cast("double"));
  }

  /** The numbers of a group so far. */
  public static final class Numbers implements Serializable {
    private static final long serialVersionUID = 1L;

    private double[] values = {};
    private int count;

    private void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, Math.max(16, count + (count >> 1)));
      }
      values[count++] = value;
    }

    private void addAll(Numbers other) {
      if (count + other.count > values.length) {
        values = Arrays.copyOf(values, count + other.count);
      }
      System.arraycopy(other.values, 0, values, count, other.count);
      count += other.count;
    }

    private double quantile(double share) {
      double position = (count - 1) * share;
      int below = (int) Math.floor(position);
      int above = (int) Math.ceil(position);
      return below == above
          ? values[below]
          : (above - position) * values[below] + (position - below) * values[above];
    }
  }

  @Override
  public Numbers zero() {
    return new Numbers();
  }

  @Override
  public Numbers reduce(Numbers numbers, Double number) {
    if (number != null) {
      numbers.add(number);
    }
    return numbers;
  }

  @Override
  public Numbers merge(Numbers numbers, Numbers others) {
    numbers.addAll(others);
    return numbers;
  }

  @Override
  public Row finish(Numbers numbers) {
    Arrays.sort(numbers.values, 0, numbers.count);
    Object[] quantiles = new Object[shares.length];
    for (int i = 0; i < shares.length; i++) {
      quantiles[i] = numbers.count == 0 ? null : numbers.quantile(shares[i]);
    }
    return RowFactory.create(quantiles);
  }

  @Override
  public Encoder<Numbers> bufferEncoder() {
    return Encoders.kryo(Numbers.class);
  }

  @Override
  public Encoder<Row> outputEncoder() {
    StructType fields = new StructType();
    for (int i = 0; i < shares.length; i++) {
      fields = fields.add("q" + i, DataTypes.DoubleType);
    }
    return Encoders.row(fields);
  }
}

package org.nianbao.trend;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * How far chance alone may move a number, with 95 per cent confidence: of a share, the score
 * interval of Wilson (1927); of a count, the exact limits of a Poisson mean by Garwood (1936).
 */
final class Intervals {
  private static final double CONFIDENCE = 0.95;
  private static final double TAIL = (1 - CONFIDENCE) / 2;

  private static final DataType LIMITS = DataTypes.createArrayType(DataTypes.DoubleType);

  private Intervals() {}

  /** An array of the lower and the upper limit of numerator ÷ denominator; null without a base. */
  static Column wilson(Column numerator, Column denominator) {
    return functions
        .udf((UDF2<Long, Long, double[]>) Intervals::wilson, LIMITS)
        .apply(numerator.cast("long"), denominator.cast("long"));
  }

  /** An array of the lower and the upper limit of a count, times a factor. */
  static Column poisson(Column count, Column factor) {
    return functions
        .udf((UDF2<Long, Double, double[]>) Intervals::poisson, LIMITS)
        .apply(count.cast("long"), factor.cast("double"));
  }

  static double[] wilson(Long numerator, Long denominator) {
    if (numerator == null || denominator == null || denominator == 0) {
      return null;
    }
    ConfidenceInterval interval =
        new WilsonScoreInterval()
            .createInterval(Math.toIntExact(denominator), Math.toIntExact(numerator), CONFIDENCE);
    return new double[] {interval.getLowerBound(), interval.getUpperBound()};
  }

  static double[] poisson(Long count, Double factor) {
    if (count == null || factor == null) {
      return null;
    }
    double low = count == 0 ? 0 : chiSquared(2.0 * count, TAIL);
    double high = chiSquared(2.0 * (count + 1), 1 - TAIL);
    return new double[] {low / 2 * factor, high / 2 * factor};
  }

  private static double chiSquared(double degrees, double probability) {
    return new ChiSquaredDistribution(degrees).inverseCumulativeProbability(probability);
  }
}

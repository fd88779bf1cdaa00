package org.nianbao.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Coverage;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

class TownComparisonTest {
  private static final Path FILES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/trend/comparison");

  @Test
  void shouldRankWhatMayBeComparedAndSayWhyTheRestIsNot() throws IOException {
    Seeds seeds = Project.seeds();
    Dataset<Row> compared =
        new TownComparison(seeds)
            .compare(
                Tables.read(YearlyMeasures.TABLE, FILES.resolve("yearly_measures.csv")),
                Tables.read(Coverage.TABLE, FILES.resolve("coverage.csv")));
    assertThat(
            Tables.text(
                TownComparison.TABLE, TownComparison.TABLE.labelled(compared, seeds::labels)))
        .isEqualTo(Files.readString(FILES.resolve("town_comparison.csv")));
  }

  /** The limits are those means for which as many, or as few, have a chance of 2.5 per cent. */
  @Test
  void shouldLimitACountAsPoissonDoes() {
    for (long count : new long[] {1, 7, 228, 12_345}) {
      double[] limits = Intervals.poisson(count, 1.0);
      double atLeast =
          1 - new PoissonDistribution(limits[0]).cumulativeProbability((int) count - 1);
      double atMost = new PoissonDistribution(limits[1]).cumulativeProbability((int) count);
      assertThat(atLeast).isCloseTo(0.025, within(1e-4));
      assertThat(atMost).isCloseTo(0.025, within(1e-4));
    }
    assertThat(Intervals.poisson(0L, 2.0))
        .containsExactly(new double[] {0, 7.377759}, within(1e-6));
  }

  @Test
  void shouldLimitAShareAsWilsonDid() {
    // 48 of 60: (0.682182, 0.881715), from the formula of 1927 by hand.
    assertThat(Intervals.wilson(48L, 60L))
        .containsExactly(new double[] {0.682182, 0.881715}, within(1e-4));
    assertThat(Intervals.wilson(0L, 0L)).isNull();
  }
}

package org.nianbao.check;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.SeedException;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Table;

/** Every check, in the order in which people read of them. */
public final class CheckList {
  public static final List<Check> ALL =
      List.of(
          new UnmappedLabel(),
          new TotalRowMismatch(),
          new FileYear(),
          new SameBytes(),
          new SameYearTwice(),
          new OverlapDisagrees(),
          new MissingMonth(),
          new ClosedBeforeReceived(),
          new ClosedWithinMinutes(),
          new PublishedFigure(),
          new SplitSum(),
          new FormIdentities(),
          new ChannelBounds(),
          new Jump());

  private CheckList() {}

  /**
   * What checks find, with how serious it is and by how much numbers differ.
   *
   * @param findings of each check
   * @return the columns of {@link Checks}; the town's name and the check's label are left out
   * @throws SeedException if {@code seeds/checks.csv} does not name a check
   */
  public static Dataset<Row> rated(List<Dataset<Row>> findings, Seeds seeds) {
    Map<String, String> severities = severities(seeds);
    Dataset<Row> found = findings.stream().reduce(Dataset::unionByName).orElseThrow();
    return found
        .withColumn(Checks.SEVERITY.name(), Table.label(col(Checks.CHECK.name()), severities))
        .withColumn(
            Checks.DIFFERENCE.name(),
            Checks.DIFFERENCE.of(Checks.ACTUAL.col().minus(Checks.EXPECTED.col())));
  }

  private static Map<String, String> severities(Seeds seeds) {
    Map<String, String> severities =
        seeds.rows(Checks.CHECK.vocabulary()).stream()
            .collect(
                Collectors.toMap(
                    (SeedRow row) -> row.get("code"), (SeedRow row) -> row.get("severity")));
    List<String> unknown =
        ALL.stream()
            .flatMap(check -> check.codes().stream())
            .filter(code -> !severities.containsKey(code))
            .map(code -> "checks.csv has no row for the check " + code)
            .toList();
    if (!unknown.isEmpty()) {
      throw new SeedException(unknown);
    }
    return severities;
  }
}

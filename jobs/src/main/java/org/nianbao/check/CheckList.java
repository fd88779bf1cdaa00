package org.nianbao.check;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
   * What all checks find.
   *
   * @param workers runs pieces of work, perhaps at the same time, and ends when all have ended
   * @return the columns of {@link Checks}; the town's name and the check's label are left out
   * @throws SeedException if {@code seeds/checks.csv} does not name a check
   */
  public static Dataset<Row> find(Evidence evidence, Consumer<List<Runnable>> workers) {
    return find(ALL, evidence, workers);
  }

  static Dataset<Row> find(
      List<Check> checks, Evidence evidence, Consumer<List<Runnable>> workers) {
    Map<String, String> severities = severities(evidence.seeds());
    Map<Check, Dataset<Row>> findings = new ConcurrentHashMap<>();
    workers.accept(
        checks.stream()
            .<Runnable>map(check -> () -> findings.put(check, check.find(evidence)))
            .toList());
    Dataset<Row> found =
        checks.stream().map(findings::get).reduce(Dataset::unionByName).orElseThrow();
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

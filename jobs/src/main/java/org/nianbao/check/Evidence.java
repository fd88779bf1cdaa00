package org.nianbao.check;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.nianbao.seed.SeedException;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.ContentSamples;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Table;

/**
 * What checks look at.
 *
 * @param exports the exports that count, in the order of their names
 * @param archive by dataset, the valid rows of these exports with the export's file name
 * @param rejects rows of the log of rejects
 * @param results rows of the result tables
 * @param splits breakdowns whose members add up to their measure
 * @param mirrors breakdowns whose members show the same things again
 * @param samples of the content of loads, as earlier checks took them
 */
public record Evidence(
    SparkSession spark,
    Seeds seeds,
    List<ExportLog.Entry> exports,
    Map<String, Dataset<Row>> archive,
    Dataset<Row> rejects,
    Map<Table, Dataset<Row>> results,
    List<Breakdown> splits,
    List<Breakdown> mirrors,
    Samples samples) {

  /** Where samples of content are kept from one check to the next. */
  public interface Samples {
    Map<ContentSamples.Key, ContentSamples.Entry> taken();

    void keep(List<ContentSamples.Entry> entries);
  }

  public Evidence {
    exports = List.copyOf(exports);
    archive = Map.copyOf(archive);
    results = Map.copyOf(results);
    splits = List.copyOf(splits);
    mirrors = List.copyOf(mirrors);
  }

  Dataset<Row> rows(Table table) {
    return results.get(table);
  }

  /**
   * The contract of a result table.
   *
   * @param place where its name stands, for the message
   */
  Table table(String name, String place) {
    return results.keySet().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new SeedException(List.of(place + ": '" + name + "' is no result table")));
  }
}

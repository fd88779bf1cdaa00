package org.nianbao.second;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result tables once more, from the raw exports, in SQL and without the job's own code: what
 * both get wrong they do not get wrong in the same line.
 */
final class SecondComputation implements AutoCloseable {
  private static final Pattern AS_OF = Pattern.compile("\"as_of\"\\s*:\\s*\"([0-9-]+)\"");

  /** Each after those that it is computed from. */
  private static final List<String> TABLES =
      List.of(
          "ingest_log",
          "rejects",
          "publications_by_category",
          "publications_by_channel",
          "tickets_by_type_and_source",
          "tickets_by_month",
          "ticket_handling",
          "ticket_times",
          "ticket_ends",
          "requests_by_outcome",
          "requests_by_channel",
          "request_handling",
          "disputes_by_outcome",
          "yearly_measures",
          "statutory_tables",
          "trends",
          "town_comparison",
          "unusual_values",
          "ticket_backlog");

  private final Duck duck;
  private final Path out;

  private SecondComputation(Duck duck, Path out) {
    this.duck = duck;
    this.out = out;
  }

  /**
   * Computes every table.
   *
   * @param project the folder with the seeds and the sample exports
   * @param out what a run over the sample exports wrote
   */
  static SecondComputation of(Path project, Path out) throws IOException, SQLException {
    SecondComputation computation = new SecondComputation(Duck.open(), out);
    computation.compute(project.toRealPath());
    return computation;
  }

  private void compute(Path project) throws IOException, SQLException {
    Matcher asOf = AS_OF.matcher(Files.readString(out.resolve("run.json")));
    if (!asOf.find()) {
      throw new IOException(out.resolve("run.json") + " gives no as_of");
    }
    duck.set("as_of", asOf.group(1));
    duck.set("seeds", project.resolve("seeds").toString());
    duck.run("text.sql");
    duck.run("seeds.sql");
    new RawExports(duck, project.resolve("data-samples/exports")).load();
    duck.run("records.sql");
    duck.run("values.sql");
    duck.run("states.sql");
    duck.run("working_days.sql");
    deliver("coverage");
    for (String table : TABLES) {
      deliver(table);
    }
    for (String table : TABLES) {
      duck.run(table + ".sql");
    }
  }

  private void deliver(String table) throws SQLException {
    duck.set("delivered", out.resolve("tables").resolve(table + ".csv").toString());
    duck.execute("CREATE TABLE delivered." + table + " AS " + Duck.sql("delivered.sql"));
  }

  /**
   * Holds a delivered table against the second computation of it.
   *
   * @param key the columns that tell its rows apart
   * @param notCompared the columns that the second computation does not have
   */
  Comparison compare(String table, List<String> key, Set<String> notCompared) throws SQLException {
    List<Map<String, String>> delivered = duck.rows("FROM delivered." + table);
    List<Map<String, String>> second = duck.rows("FROM second." + table);
    Set<String> columns = new LinkedHashSet<>();
    delivered.stream().limit(1).forEach(row -> columns.addAll(row.keySet()));
    columns.removeAll(notCompared);
    return Comparison.of(table, key, columns, delivered, second);
  }

  /** The rows of a query over the delivered tables. */
  List<Map<String, String>> rows(String query) throws SQLException {
    return duck.rows(Duck.sql(query + ".sql"));
  }

  @Override
  public void close() throws SQLException {
    duck.close();
  }
}

package org.nianbao.yearly;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Field;
import org.nianbao.table.Requests;
import org.nianbao.table.Table;

/**
 * Requests by what became of them and who applied: table 3 of the form of 2021 (国办公开办函〔2021〕30号) as
 * leaf cells, for every year that the ledgers know. Totals are none of its rows.
 */
public final class RequestsByOutcome implements YearlyTable {
  public static final Field ROW =
      Field.code(
          "row", "request_rows", "办理情况", "Row of the form: received, carried over, or outcome");
  public static final Field APPLICANT_KIND = Requests.APPLICANT_KIND;
  public static final Field REQUESTS = Field.count("requests", "申请数", "件", "Requests in the cell");

  public static final Table TABLE =
      new Table(
          "requests_by_outcome",
          "收到和处理政府信息公开申请情况",
          "One row per town, year, row of the form and kind of applicant that has requests",
          List.of(TOWN_CODE, YEAR, ROW, APPLICANT_KIND),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              ROW,
              APPLICANT_KIND,
              REQUESTS,
              ROW.shown(),
              APPLICANT_KIND.shown()));

  private static final Column RECEIVED_IN = col("received_in");
  private static final Column DECIDED_IN = col("decided_in");
  private static final Column OUTCOME = col("outcome");

  @Override
  public Table contract() {
    return TABLE;
  }

  /** Each year of a request's life has it twice: as it enters the year, and as it leaves it. */
  @Override
  public Dataset<Row> compute(Inputs archive) {
    Column alive = YEAR.col().geq(RECEIVED_IN);
    Column open = DECIDED_IN.isNull().or(YEAR.col().leq(DECIDED_IN));
    Column enters =
        when(YEAR.col().equalTo(RECEIVED_IN), lit(RequestLife.RECEIVED))
            .otherwise(RequestLife.CARRIED_IN);
    Column leaves =
        when(YEAR.col().equalTo(DECIDED_IN), OUTCOME).otherwise(RequestLife.CARRIED_OUT);
    return lives(archive)
        .join(broadcast(archive.covered(Requests.ARCHIVE)), TOWN_CODE.name())
        .filter(alive.and(open))
        .withColumn(ROW.name(), explode(array(enters, leaves)))
        .groupBy(TOWN_CODE.col(), YEAR.col(), ROW.col(), APPLICANT_KIND.col())
        .agg(sum(REQUESTS.col()).as(REQUESTS.name()));
  }

  /** How many requests of a town share one life. */
  private static Dataset<Row> lives(Inputs archive) {
    return archive
        .rows(Requests.ARCHIVE)
        .groupBy(
            TOWN_CODE.col(),
            YEAR.col().as("received_in"),
            RequestLife.decidedIn(archive.seeds()).as("decided_in"),
            RequestLife.outcome(archive.seeds()).as("outcome"),
            RequestLife.applicantKind().as(APPLICANT_KIND.name()))
        .agg(count("*").as(REQUESTS.name()));
  }

  @Override
  public List<Breakdown> splits(Seeds seeds) {
    return List.of(
        new Breakdown(
            Measures.REQUESTS_RECEIVED,
            TABLE,
            APPLICANT_KIND,
            REQUESTS,
            true,
            Map.of(ROW, RequestLife.RECEIVED)));
  }
}

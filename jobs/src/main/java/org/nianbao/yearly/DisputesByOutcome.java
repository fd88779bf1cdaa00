package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Disputes;
import org.nianbao.table.Field;
import org.nianbao.table.Table;

/**
 * Administrative reviews and lawsuits by kind and outcome: table 4 of the national forms
 * (国办公开办函〔2019〕60号 and 〔2021〕30号) as leaf cells. A case belongs to the year in which it was filed,
 * with its latest state: one without an outcome is pending.
 */
public final class DisputesByOutcome implements YearlyTable {
  public static final Field KIND = Disputes.KIND;
  public static final Field OUTCOME = Disputes.OUTCOME;
  public static final Field CASES = Field.count("cases", "案件数", "件", "Cases filed in the year");
  private static final String PENDING = "pending";

  public static final Table TABLE =
      new Table(
          "disputes_by_outcome",
          "政府信息公开行政复议、行政诉讼情况",
          "One row per town, year, kind and outcome that has cases",
          List.of(TOWN_CODE, YEAR, KIND, OUTCOME),
          List.of(TOWN_CODE, TOWN, YEAR, KIND, OUTCOME, CASES, KIND.shown(), OUTCOME.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    String[] townYear = {TOWN_CODE.name(), YEAR.name()};
    return archive
        .rows(Disputes.ARCHIVE)
        .join(archive.covered(Disputes.ARCHIVE), townYear, "left_semi")
        .withColumn(KIND.name(), coalesce(KIND.col(), lit(ArchiveTable.UNMAPPED)))
        .withColumn(OUTCOME.name(), coalesce(OUTCOME.col(), lit(PENDING)))
        .groupBy(TOWN_CODE.col(), YEAR.col(), KIND.col(), OUTCOME.col())
        .agg(count("*").as(CASES.name()));
  }
}

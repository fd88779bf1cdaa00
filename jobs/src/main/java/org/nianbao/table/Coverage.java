package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.FIRST_ON;
import static org.nianbao.table.Shared.LAST_ON;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What the exports cover: the ground on which years may be compared. */
public final class Coverage {
  public static final String COMPLETE = "complete";
  public static final String PARTIAL = "partial";
  public static final String MISSING = "missing";

  public static final Field STATUS = Field.text("status", "覆盖情况", "complete, partial or missing");
  public static final Field MONTHS =
      Field.integer("months", "覆盖月数", "Months of the year that the exports cover");
  public static final Field ROWS =
      Field.count("rows", "行数", "行", "Accepted rows of the town and year");

  public static final Table TABLE =
      new Table(
          "coverage",
          "数据覆盖情况",
          "One row per town, year and dataset",
          List.of(TOWN_CODE, YEAR, DATASET),
          List.of(TOWN_CODE, TOWN, YEAR, DATASET, STATUS, FIRST_ON, LAST_ON, MONTHS, ROWS));

  private Coverage() {}

  /**
   * How well a town's exports of one dataset cover a year.
   *
   * @param firstOn earliest counting date of the town's rows, or null
   * @param lastOn latest counting date of the town's rows, or null
   * @param months months that the exports cover
   * @param rows accepted rows
   */
  public record Year(String status, LocalDate firstOn, LocalDate lastOn, int months, long rows) {

    public Row toRow(String townCode, String town, int year, String dataset) {
      return RowFactory.create(
          townCode, town, year, dataset, status, firstOn, lastOn, months, rows);
    }
  }
}

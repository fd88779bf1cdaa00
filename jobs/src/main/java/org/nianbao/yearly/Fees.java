package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Field;
import org.nianbao.table.Requests;
import org.nianbao.table.Table;

/** Fees for processing information, in yuan: what the town declared, what requests were charged. */
public final class Fees implements YearlyTable {
  public static final String DECLARED = "declared";
  public static final String CHARGED = "charged";

  public static final Field BASIS =
      Field.text("basis", "数据来源", "declared (typed in by the town) or charged (of its requests)");
  public static final Field VALUE = Field.number("value", "金额", "The sum of the fees");
  public static final Field UNIT = DeclaredFigures.UNIT;
  static final String YUAN = "元";

  public static final Table TABLE =
      new Table(
          "fees",
          "政府信息公开收费",
          "One row per town, year and basis that gives a number",
          List.of(TOWN_CODE, YEAR, BASIS),
          List.of(TOWN_CODE, TOWN, YEAR, BASIS, VALUE, UNIT));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    return declared(archive)
        .unionByName(charged(archive))
        .filter(VALUE.col().isNotNull())
        .withColumn(UNIT.name(), lit(YUAN));
  }

  /** A declared total goes before its parts. A number without a unit is in yuan. */
  private static Dataset<Row> declared(Inputs archive) {
    Column whole = when(Declared.MEMBER.col().isNull(), VALUE.col());
    return archive
        .table(new Declared())
        .filter(MEASURE.col().equalTo(Measures.FEES))
        .filter(coalesce(UNIT.col(), lit(YUAN)).equalTo(YUAN))
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(VALUE.of(coalesce(sum(whole), sum(VALUE.col()))))
        .withColumn(BASIS.name(), lit(DECLARED));
  }

  private static Dataset<Row> charged(Inputs archive) {
    String[] townYear = {TOWN_CODE.name(), YEAR.name()};
    return archive
        .rows(Requests.ARCHIVE)
        .join(archive.covered(Requests.ARCHIVE), townYear, "left_semi")
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(VALUE.of(sum(Requests.FEE.col())))
        .withColumn(BASIS.name(), lit(CHARGED));
  }

  /** One number a year: what was declared goes before what was charged. */
  static Dataset<Row> decisive(Inputs archive) {
    Column declared = BASIS.col().equalTo(DECLARED);
    return archive
        .table(new Fees())
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(
            coalesce(max(when(declared, VALUE.col())), max(VALUE.col())).as(VALUE.name()),
            max(BASIS.col()).as(BASIS.name()));
  }
}

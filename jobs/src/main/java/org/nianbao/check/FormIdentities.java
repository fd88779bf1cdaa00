package org.nianbao.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.StatutoryTables.COLUMN;
import static org.nianbao.table.StatutoryTables.COLUMN_LABEL;
import static org.nianbao.table.StatutoryTables.FORM;
import static org.nianbao.table.StatutoryTables.FORM_TABLE;
import static org.nianbao.table.StatutoryTables.ROW;
import static org.nianbao.table.StatutoryTables.ROW_LABEL;
import static org.nianbao.table.StatutoryTables.VALUE;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Checks;

/**
 * What must add up inside a form, and from one year's form to the next (T3-A, T3-B, T3-C, T3-X,
 * T2-X, T2-C, T4-A): the numbers that were computed, and those that reports printed. The identities
 * are a list, {@code identities.csv}; all are held at once, in one pass over the cells.
 */
final class FormIdentities implements Check {
  /** A report of the past cannot be mended: what it got wrong must not stop a run. */
  private static final String PRINTED_IDENTITY = "printed_identity";

  private static final Column SUBJECT = col("subject_member");
  private static final Column SUBJECT_LABEL = col("subject_label");
  private static final Column LABEL = col("label");
  private static final String SAYS_EXPECTED = "says_expected";
  private static final String SAYS_ACTUAL = "says_actual";

  @Override
  public String code() {
    return "form_identities";
  }

  @Override
  public List<String> codes() {
    return List.of(
        "carry_over_balance",
        "outcome_sum",
        "applicant_sum",
        "dispute_sum",
        "carry_over_bridge",
        "documents_in_force",
        "no_regulations",
        PRINTED_IDENTITY);
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Identities identities = new Identities(evidence.seeds());
    Dataset<Row> terms =
        alongBothAxes(PrintedForms.withComputed(evidence))
            .join(
                broadcast(identities.terms(evidence.spark())),
                new String[] {
                  FORM.name(), FORM_TABLE.name(), Identities.AXIS, Identities.MEMBER_OF_AXIS
                });
    return findings(compared(terms));
  }

  /** A cell is a term of the identities of its column, and of those of its row. */
  private static Dataset<Row> alongBothAxes(Dataset<Row> cells) {
    Column inColumn = axis("column", ROW.col(), ROW_LABEL.col(), COLUMN.col(), COLUMN_LABEL.col());
    Column inRow = axis("row", COLUMN.col(), COLUMN_LABEL.col(), ROW.col(), ROW_LABEL.col());
    return cells
        .withColumn("along", explode(array(inColumn, inRow)))
        .select(
            TOWN_CODE.col(),
            YEAR.col(),
            PrintedForms.PRINTED,
            FORM.col(),
            FORM_TABLE.col(),
            VALUE.col(),
            col("along.*"));
  }

  private static Column axis(
      String axis, Column member, Column label, Column subject, Column subjectLabel) {
    return struct(
        lit(axis).as(Identities.AXIS),
        member.as(Identities.MEMBER_OF_AXIS),
        label.as("label"),
        subject.as("subject_member"),
        subjectLabel.as("subject_label"));
  }

  /** Both sides of each identity, where its cells are there; blank ones count as not there. */
  private static Dataset<Row> compared(Dataset<Row> terms) {
    Column signed = VALUE.col().multiply(Identities.SIGN);
    return terms
        .withColumn(YEAR.name(), YEAR.col().plus(Identities.YEARS_BEFORE))
        .withColumn("text", text())
        .groupBy(
            TOWN_CODE.col(),
            YEAR.col(),
            PrintedForms.PRINTED,
            FORM_TABLE.col(),
            Checks.CHECK.col(),
            Identities.ID,
            col(Identities.AXIS),
            SUBJECT)
        .agg(
            coalesce(sum(when(Identities.EXPECTED, signed)), lit(0)).as(Checks.EXPECTED.name()),
            sum(when(Identities.ACTUAL, signed)).as(Checks.ACTUAL.name()),
            count(VALUE.col()).as("known"),
            count("*").as("there"),
            first(Identities.TERMS).as("terms"),
            first(SUBJECT_LABEL).as("subject_label"),
            texts(Identities.EXPECTED).as(SAYS_EXPECTED),
            texts(Identities.ACTUAL).as(SAYS_ACTUAL))
        .filter(col("there").equalTo(col("terms")));
  }

  /** A term in words; of another year, with the year. */
  private static Column text() {
    Column ofYear =
        when(
            Identities.YEARS_BEFORE.gt(0),
            concat(YEAR.col().minus(Identities.YEARS_BEFORE).cast("string"), lit("年 ")));
    Column minus = when(Identities.SIGN.lt(0), lit("减 "));
    return concat(
        coalesce(minus, lit("")),
        coalesce(ofYear, lit("")),
        LABEL,
        lit(" "),
        coalesce(Findings.plain(VALUE.col()), lit("空")));
  }

  /** The terms of a side that are not zero, in the order of the list. */
  private static Column texts(Column side) {
    Column told = side.and(coalesce(VALUE.col().notEqual(0), lit(true)));
    Column ordered = sort_array(collect_list(when(told, struct(Identities.ORDER, col("text")))));
    return concat_ws("，", ordered.getField("text"));
  }

  private static Dataset<Row> findings(Dataset<Row> compared) {
    Column blank = col("known").lt(col("terms"));
    Column holds = Checks.ACTUAL.col().equalTo(Checks.EXPECTED.col());
    Column place = concat(FORM_TABLE.col(), lit("/"), col(Identities.AXIS), lit("="), SUBJECT);
    Column printed = when(PrintedForms.PRINTED, concat(Identities.ID, lit("/"))).otherwise("");
    Column check = when(PrintedForms.PRINTED, lit(PRINTED_IDENTITY)).otherwise(Checks.CHECK.col());
    return Findings.of(
        check,
        compared,
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            when(blank, Checks.NOT_ASSESSABLE).when(holds, Checks.PASS).otherwise(Checks.FAIL),
            Checks.EXPECTED,
            when(blank, null).otherwise(Checks.EXPECTED.col()),
            Checks.ACTUAL,
            when(blank, null).otherwise(Checks.ACTUAL.col()),
            Checks.SUBJECT,
            concat(printed, place),
            Checks.DETAIL,
            detail(blank, holds)));
  }

  private static Column detail(Column blank, Column holds) {
    Column sides =
        concat(
            lit("应为 "), side(Checks.EXPECTED.col(), col(SAYS_EXPECTED)),
            lit("，实为 "), side(Checks.ACTUAL.col(), col(SAYS_ACTUAL)));
    return concat(
        Identities.ID,
        when(PrintedForms.PRINTED, lit(" 已公布的报告 ")).otherwise(" "),
        SUBJECT_LABEL,
        lit("："),
        when(blank, lit("有空白的单元格"))
            .when(holds, concat(lit("一致，均为 "), Findings.plain(Checks.ACTUAL.col())))
            .otherwise(sides));
  }

  private static Column side(Column sum, Column terms) {
    Column named = when(terms.notEqual(""), concat(lit("（"), terms, lit("）"))).otherwise("");
    return concat(Findings.plain(sum), named);
  }
}

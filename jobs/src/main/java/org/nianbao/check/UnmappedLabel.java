package org.nianbao.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Checks;
import org.nianbao.table.Content;
import org.nianbao.table.ExportColumn;

/**
 * Labels that no list knows, by file, column and text: their rows are counted as {@code unmapped}.
 * A column of free text that was taken for labels shows its most frequent texts only.
 */
final class UnmappedLabel implements Check {
  private static final int TEXTS_SHOWN = 20;
  private static final int CHARACTERS_SHOWN = 100;
  private static final String COLUMN = "label_column";
  private static final String HEADING = "label_heading";
  private static final String TEXT = "text";
  private static final String ROWS = "rows";
  private static final String RANK = "rank";

  @Override
  public String code() {
    return "unmapped_label";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Dataset<Row> texts = null;
    for (ArchiveTable table : Archive.TABLES) {
      Dataset<Row> more = texts(table, evidence.archive().get(table.dataset()));
      texts = texts == null ? more : texts.unionByName(more);
    }
    Column key = concat(col(COLUMN), lit("="), col(TEXT));
    return Findings.of(
        code(),
        mostFrequent(texts),
        Map.of(
            Checks.STATUS,
            lit(Checks.FAIL),
            SOURCE_FILE,
            SOURCE_FILE.col(),
            Checks.SUBJECT,
            key,
            Checks.EXPECTED,
            lit(0),
            Checks.ACTUAL,
            col(ROWS),
            Checks.DETAIL,
            detail()));
  }

  private static Dataset<Row> texts(ArchiveTable table, Dataset<Row> rows) {
    List<Column> texts = new ArrayList<>();
    Column any = lit(false);
    for (ExportColumn column : table.columns()) {
      if (column.content() == Content.LABEL) {
        Column text = column.unmappedText().col();
        any = any.or(text.isNotNull());
        texts.add(
            struct(
                lit(column.name()).as(COLUMN),
                lit(column.field().label()).as(HEADING),
                substring(text, 1, CHARACTERS_SHOWN).as(TEXT)));
      }
    }
    return rows.filter(any)
        .select(SOURCE_FILE.col(), explode(array(texts.toArray(Column[]::new))).as("label"))
        .select(SOURCE_FILE.col(), col("label.*"))
        .filter(col(TEXT).isNotNull());
  }

  private static Dataset<Row> mostFrequent(Dataset<Row> texts) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(SOURCE_FILE.col(), col(COLUMN))
                    .orderBy(col(ROWS).desc(), col(TEXT)));
    return texts
        .groupBy(SOURCE_FILE.col(), col(COLUMN), col(HEADING), col(TEXT))
        .agg(count("*").as(ROWS))
        .withColumn(RANK, rank)
        .withColumn(TEXT, when(col(RANK).leq(TEXTS_SHOWN), col(TEXT)).otherwise("…"))
        .groupBy(SOURCE_FILE.col(), col(COLUMN), col(HEADING), col(TEXT))
        .agg(sum(col(ROWS)).as(ROWS));
  }

  private static Column detail() {
    Column what =
        when(col(TEXT).equalTo(""), lit("空白"))
            .when(col(TEXT).equalTo("…"), lit("其余取值"))
            .otherwise(concat(lit("“"), col(TEXT), lit("”")));
    return concat(
        col(HEADING), lit("："), what, lit("不在词表中，"), col(ROWS).cast("string"), lit(" 行计入“未归类”"));
  }
}

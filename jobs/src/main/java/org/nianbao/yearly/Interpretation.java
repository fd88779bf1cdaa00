package org.nianbao.yearly;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Publications.INTERPRETS;
import static org.nianbao.table.Publications.IS_REPOST;
import static org.nianbao.table.Publications.PUBLISHED_ON;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.Field;
import org.nianbao.table.Publications;
import org.nianbao.table.Table;

/**
 * Whether the town's own normative documents (行政规范性文件) were interpreted (政策解读), and how soon.
 * Counted are documents, not items: one that several channels carry is one, published on its first
 * day. An interpretation counts in the year of its document alone.
 */
public final class Interpretation implements YearlyTable {
  public static final Field DOCUMENTS =
      Field.count("documents", "规范性文件数", "件", "Own normative documents of the year");
  public static final Field INTERPRETED =
      Field.count("interpreted", "已解读数", "件", "Of these, with an interpretation in the year");
  public static final Field SAME_DAY =
      Field.count("same_day", "同日解读数", "件", "Interpreted on the day of publication");
  public static final Field WITHIN_THREE_DAYS =
      Field.count("within_three_days", "三个工作日内解读数", "件", "Within three working days, that day too");
  public static final Field EARLY =
      Field.count("early", "解读早于文件数", "件", "With an interpretation before the document");
  public static final Field COVERAGE_RATE =
      Field.rate("coverage_rate", "解读率", "interpreted ÷ documents");

  public static final Table TABLE =
      new Table(
          "interpretation",
          "行政规范性文件解读情况",
          "One row per town and year that has normative documents of its own",
          List.of(TOWN_CODE, YEAR),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              DOCUMENTS,
              INTERPRETED,
              SAME_DAY,
              WITHIN_THREE_DAYS,
              EARLY,
              COVERAGE_RATE));

  /** Same day is the rule, three working days the tolerance (国办 on 政策解读; see counting.md). */
  private static final int TOLERANCE = 3;

  private static final Column PUBLISHED = col("document_on");
  private static final Column DAYS = col("interpretation_days");

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    return documents(archive)
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(
            count("*").as(DOCUMENTS.name()),
            count_if(array_size(DAYS).gt(0)).as(INTERPRETED.name()),
            count_if(exists(DAYS, day -> day.equalTo(PUBLISHED))).as(SAME_DAY.name()),
            count_if(exists(DAYS, Interpretation::soon)).as(WITHIN_THREE_DAYS.name()),
            count_if(exists(DAYS, day -> day.lt(PUBLISHED))).as(EARLY.name()))
        .withColumn(COVERAGE_RATE.name(), try_divide(INTERPRETED.col(), DOCUMENTS.col()));
  }

  private static Column soon(Column day) {
    Column gap = WorkdayNumber.between(PUBLISHED, day);
    return day.geq(PUBLISHED).and(gap.leq(TOLERANCE));
  }

  /** Each document with the days of its interpretations; both are known by its index number. */
  private static Dataset<Row> documents(Inputs archive) {
    String normative = archive.seeds().marked(Publications.CATEGORY.vocabulary(), "normative");
    Column interpretation = INTERPRETS.col().isNotNull();
    Column document =
        Publications.CATEGORY
            .col()
            .equalTo(normative)
            .and(INTERPRETS.col().isNull())
            .and(coalesce(IS_REPOST.col(), lit(false)).equalTo(false));
    Column identity =
        coalesce(INTERPRETS.col(), Publications.PUBLICATION_ID.col(), Publications.TITLE.col());
    return archive
        .rows(Publications.ARCHIVE)
        .filter(document.or(interpretation))
        .groupBy(TOWN_CODE.col(), YEAR.col(), identity.as("document"))
        .agg(
            min(when(document, PUBLISHED_ON.col())).as("document_on"),
            collect_set(when(interpretation, PUBLISHED_ON.col())).as("interpretation_days"))
        .filter(PUBLISHED.isNotNull());
  }
}

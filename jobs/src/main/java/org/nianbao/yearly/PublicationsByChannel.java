package org.nianbao.yearly;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.nianbao.seed.Seeds;
import org.nianbao.seed.Vocabulary;
import org.nianbao.table.Breakdown;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Field;
import org.nianbao.table.Publications;
import org.nianbao.table.Table;

/** Publications by channel. Channels mirror each other: their items must not be added up. */
public final class PublicationsByChannel implements YearlyTable {
  public static final String COUNTED = "counted";
  public static final String DECLARED = "declared";

  public static final Field CHANNEL = Publications.CHANNEL;
  public static final Field ITEMS =
      Field.count("items", "条数", "条", "Items published on the channel");
  public static final Field BASIS =
      Field.text(
          "basis", "数据来源", "counted (from rows of exports) or declared (typed in by the town)");
  public static final Field APPROXIMATE = DeclaredFigures.APPROXIMATE;

  public static final Table TABLE =
      new Table(
          "publications_by_channel",
          "主动公开信息渠道统计",
          "One row per town, year and channel that has items or a declared figure",
          List.of(TOWN_CODE, YEAR, CHANNEL),
          List.of(TOWN_CODE, TOWN, YEAR, CHANNEL, ITEMS, BASIS, APPROXIMATE, CHANNEL.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  /** What rows of exports count goes before what a town typed in. */
  @Override
  public Dataset<Row> compute(Inputs archive) {
    Column[] key = {TOWN_CODE.col(), YEAR.col(), CHANNEL.col()};
    Dataset<Row> counted =
        archive
            .rows(Publications.ARCHIVE)
            .groupBy(key)
            .agg(count("*").as(ITEMS.name()))
            .withColumn(BASIS.name(), lit(COUNTED))
            .withColumn(APPROXIMATE.name(), lit(false));
    Dataset<Row> declared =
        declared(archive)
            .join(
                counted.select(key),
                TABLE.key().stream().map(Field::name).toArray(String[]::new),
                "left_anti");
    return counted.unionByName(declared);
  }

  /** Television and the press may be declared apart: their figures are added up. */
  private static Dataset<Row> declared(Inputs archive) {
    Vocabulary channels = archive.seeds().vocabulary(CHANNEL.vocabulary());
    UserDefinedFunction code =
        udf(
            (UDF1<String, String>)
                label -> label == null ? null : channels.code(label).orElse(null),
            DataTypes.StringType);
    return archive
        .rows(DeclaredFigures.ARCHIVE)
        .filter(DeclaredFigures.MEASURE.col().equalTo(Measures.PUBLICATIONS))
        .withColumn(CHANNEL.name(), code.apply(DeclaredFigures.MEMBER.col()))
        .filter(CHANNEL.col().isNotNull())
        .groupBy(TOWN_CODE.col(), YEAR.col(), CHANNEL.col())
        .agg(
            ITEMS.of(sum(DeclaredFigures.VALUE.col())),
            coalesce(bool_or(DeclaredFigures.APPROXIMATE.col()), lit(false)).as(APPROXIMATE.name()))
        .withColumn(BASIS.name(), lit(DECLARED));
  }

  /** Each channel has exports or declarations of its own: one that is absent may be missing. */
  @Override
  public List<Breakdown> breakdowns(Seeds seeds) {
    return List.of(
        new Breakdown(Measures.PUBLICATION_EVENTS, TABLE, CHANNEL, ITEMS, false, Map.of()));
  }

  /** Declared figures have no items that could be told apart. */
  @Override
  public List<Breakdown> mirrors(Seeds seeds) {
    return List.of(
        new Breakdown(
            Measures.PUBLICATION_ITEMS, TABLE, CHANNEL, ITEMS, false, Map.of(BASIS, COUNTED)));
  }
}

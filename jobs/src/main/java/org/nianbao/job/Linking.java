package org.nianbao.job;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Links;

/** Finds the town-years that share things: the same ticket under two towns, or in two years. */
final class Linking {
  private static final String IDENTITY = "identity";

  private Linking() {}

  /**
   * The links that added rows bring about.
   *
   * @param added rows of a dataset
   * @param archive all its rows, with or without the added ones
   * @return rows of {@link Links}, in both directions
   */
  static Dataset<Row> between(ArchiveTable table, Dataset<Row> added, Dataset<Row> archive) {
    Dataset<Row> places = places(table, archive.union(added));
    Dataset<Row> touched = places(table, added).select(IDENTITY).distinct();
    Dataset<Row> shared =
        places
            .join(touched, new String[] {IDENTITY}, "left_semi")
            .groupBy(col(IDENTITY))
            .agg(collect_set(struct(TOWN_CODE.col(), YEAR.col())).as("places"))
            .filter(array_size(col("places")).gt(1))
            .select(col("places"))
            .distinct();
    return shared
        .select(col("places"), explode(col("places")).as("one"))
        .select(col("one"), explode(col("places")).as("other"))
        .filter(col("one").notEqual(col("other")))
        .select(
            col("one." + TOWN_CODE.name()),
            col("one." + YEAR.name()),
            col("other." + TOWN_CODE.name()).as(Links.OTHER_TOWN_CODE.name()),
            col("other." + YEAR.name()).as(Links.OTHER_YEAR.name()))
        .distinct();
  }

  private static Dataset<Row> places(ArchiveTable table, Dataset<Row> rows) {
    List<Column> identity = new ArrayList<>(table.identity().get());
    return rows.select(
            struct(identity.toArray(Column[]::new)).as(IDENTITY), TOWN_CODE.col(), YEAR.col())
        .distinct();
  }
}

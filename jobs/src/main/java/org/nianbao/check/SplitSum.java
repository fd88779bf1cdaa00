package org.nianbao.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.table.Breakdown;
import org.nianbao.table.Checks;
import org.nianbao.table.YearlyMeasures;

/** C-2: the parts of a split that leaves nothing out add up to its total, in every table. */
final class SplitSum implements Check {
  private static final String SPLIT = "split";
  private static final String SPLIT_LABEL = "split_label";
  private static final String PARTS = "parts";

  @Override
  public String code() {
    return "split_sum";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    // Two breakdowns of one table by other columns are sums over the same rows.
    Map<List<String>, Breakdown> splits = new LinkedHashMap<>();
    for (Breakdown split : evidence.splits()) {
      splits.putIfAbsent(List.of(split.measure(), split.table().name()), split);
    }
    if (splits.isEmpty()) {
      return Findings.of(evidence.spark(), List.of());
    }
    Dataset<Row> sums = null;
    for (Breakdown split : splits.values()) {
      Dataset<Row> more = sums(split, evidence.rows(split.table()));
      sums = sums == null ? more : sums.unionByName(more);
    }
    Dataset<Row> totals =
        evidence
            .rows(YearlyMeasures.TABLE)
            .filter(YearlyMeasures.VALUE.col().isNotNull())
            .join(broadcast(frame(evidence, splits.values())), MEASURE.name());
    String[] key = {TOWN_CODE.name(), YEAR.name(), MEASURE.name(), SPLIT};
    return findings(totals.join(sums, key, "left"));
  }

  private static Dataset<Row> sums(Breakdown split, Dataset<Row> rows) {
    return rows.filter(split.taken())
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(sum(split.value().col()).as(PARTS))
        .select(
            TOWN_CODE.col(),
            YEAR.col(),
            lit(split.measure()).as(MEASURE.name()),
            lit(split.table().name()).as(SPLIT),
            Checks.ACTUAL.of(col(PARTS)).as(PARTS));
  }

  private static Dataset<Row> frame(Evidence evidence, Iterable<Breakdown> splits) {
    StructType schema =
        new StructType()
            .add(MEASURE.name(), DataTypes.StringType)
            .add(SPLIT, DataTypes.StringType)
            .add(SPLIT_LABEL, DataTypes.StringType);
    List<Row> rows = new ArrayList<>();
    for (Breakdown split : splits) {
      rows.add(RowFactory.create(split.measure(), split.table().name(), split.table().label()));
    }
    return evidence.spark().createDataFrame(rows, schema);
  }

  private Dataset<Row> findings(Dataset<Row> compared) {
    // No row where nothing was counted: the parts of zero are none.
    Column parts = coalesce(col(PARTS), lit(0));
    Column total = YearlyMeasures.VALUE.col();
    Column holds = parts.equalTo(total);
    return Findings.of(
        code(),
        compared,
        Map.of(
            TOWN_CODE,
            TOWN_CODE.col(),
            YEAR,
            YEAR.col(),
            Checks.STATUS,
            when(holds, lit(Checks.PASS)).otherwise(Checks.FAIL),
            Checks.SUBJECT,
            concat(MEASURE.col(), lit("="), col(SPLIT)),
            Checks.EXPECTED,
            total,
            Checks.ACTUAL,
            parts,
            Checks.DETAIL,
            concat(
                MEASURE.shown().col(),
                lit(" "),
                Findings.plain(total),
                when(holds, lit(" = ")).otherwise(" ≠ "),
                col(SPLIT_LABEL),
                lit("各项之和 "),
                Findings.plain(parts))));
  }
}

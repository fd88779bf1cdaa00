package org.nianbao.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Shared;

/** The registry of measures as rows that others can be joined with. */
final class Registry {
  private Registry() {}

  static Dataset<Row> of(SparkSession spark, Seeds seeds) {
    StructType schema =
        new StructType()
            .add(Shared.MEASURE.name(), DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add(Shared.DATASET.name(), DataTypes.StringType)
            .add("smallest_base", DataTypes.LongType);
    List<Row> rows =
        seeds.rows(Shared.MEASURE.vocabulary()).stream()
            .map(
                row ->
                    RowFactory.create(
                        row.get("code"),
                        row.get("kind"),
                        row.get("dataset"),
                        Long.valueOf(row.get("smallest_base"))))
            .toList();
    return spark.createDataFrame(rows, schema);
  }
}

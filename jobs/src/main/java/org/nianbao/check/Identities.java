package org.nianbao.check;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.StatutoryTables;

/** The list of identities, one row per term: a row or column of a table, on one of two sides. */
final class Identities {
  static final String AXIS = "axis";
  static final String MEMBER_OF_AXIS = "axis_member";
  static final Column ID = col("identity");
  static final Column SIGN = col("sign");
  static final Column YEARS_BEFORE = col("years_before");
  static final Column ORDER = col("term_order");

  /** How many terms the identity has in the form. */
  static final Column TERMS = col("identity_terms");

  static final Column EXPECTED = col("side").equalTo("expected");
  static final Column ACTUAL = col("side").equalTo("actual");

  private static final StructType SCHEMA =
      new StructType()
          .add(Checks.CHECK.name(), DataTypes.StringType)
          .add("identity", DataTypes.StringType)
          .add(StatutoryTables.FORM.name(), DataTypes.StringType)
          .add(StatutoryTables.FORM_TABLE.name(), DataTypes.StringType)
          .add(AXIS, DataTypes.StringType)
          .add("side", DataTypes.StringType)
          .add(MEMBER_OF_AXIS, DataTypes.StringType)
          .add("sign", DataTypes.IntegerType)
          .add("years_before", DataTypes.IntegerType)
          .add("term_order", DataTypes.IntegerType)
          .add("identity_terms", DataTypes.LongType);

  private final List<SeedRow> rows;

  Identities(Seeds seeds) {
    this.rows = seeds.rows("identities");
  }

  Dataset<Row> terms(SparkSession spark) {
    Map<String, Long> sizes = new HashMap<>();
    for (SeedRow row : rows) {
      for (String form : row.list("form")) {
        sizes.merge(row.get("check") + form, (long) row.list("members").size(), Long::sum);
      }
    }
    List<Row> terms = new ArrayList<>();
    for (SeedRow row : rows) {
      for (String form : row.list("form")) {
        for (String member : row.list("members")) {
          terms.add(
              RowFactory.create(
                  row.get("check"),
                  row.get("identity"),
                  form,
                  row.get("table"),
                  row.get("axis"),
                  row.get("side"),
                  member,
                  Integer.valueOf(row.get("sign")),
                  Integer.valueOf(row.get("years_before")),
                  terms.size(),
                  sizes.get(row.get("check") + form)));
        }
      }
    }
    return spark.createDataFrame(terms, SCHEMA);
  }
}

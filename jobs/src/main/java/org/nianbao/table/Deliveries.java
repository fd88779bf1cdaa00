package org.nianbao.table;

import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Ledger of deliveries: one row each time figures went out that had not gone out before. It holds
 * no figures: it says in which version of each table they stand.
 */
public final class Deliveries {
  private static final ArrayType TOWN_YEARS_TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add(TOWN_CODE.name(), DataTypes.StringType)
              .add(YEAR.name(), DataTypes.IntegerType));
  private static final MapType VERSIONS_TYPE =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType);

  public static final Field DELIVERY =
      Field.count("delivery", "交付序号", "", "Number of the delivery, from 1");
  public static final Field AS_OF = Field.date("as_of", "统计截至", "The day of the run");
  public static final Field RULES =
      Field.text("rules", "规则指纹", "Fingerprint of the reference lists and rules of counting");
  public static final Field TOWN_YEARS =
      new Field("town_years", TOWN_YEARS_TYPE, "交付范围", "", "The towns and years that went out", "");
  public static final Field VERSIONS =
      new Field("versions", VERSIONS_TYPE, "数据版本", "", "Version of each table that held them", "");

  public static final Table TABLE =
      new Table(
          "deliveries",
          "交付台账",
          "One row per delivery of figures that had not gone out before",
          List.of(DELIVERY),
          List.of(DELIVERY, AS_OF, ExportLog.RUN, RULES, TOWN_YEARS, VERSIONS));

  private Deliveries() {}

  /**
   * One row of the ledger.
   *
   * @param number from 1; 0 while it has not gone out
   * @param run the latest run that the log of exports knew
   * @param versions version by name of table
   */
  public record Entry(
      long number,
      LocalDate asOf,
      long run,
      String rules,
      Set<TownYear> townYears,
      Map<String, Long> versions) {

    public boolean isDelivered() {
      return number > 0;
    }

    public Entry numbered(long newNumber) {
      return new Entry(newNumber, asOf, run, rules, townYears, versions);
    }

    /** Whether all its figures went out with another one. */
    public boolean repeats(Entry other) {
      return versions.equals(other.versions) && other.townYears.containsAll(townYears);
    }

    public Row toRow() {
      return RowFactory.create(
          number,
          asOf,
          run,
          rules,
          townYears.stream().map(one -> RowFactory.create(one.townCode(), one.year())).toList(),
          versions);
    }

    public static Entry of(Row row) {
      List<Row> townYears = row.getList(row.fieldIndex(TOWN_YEARS.name()));
      Set<TownYear> out = new TreeSet<>();
      townYears.forEach(one -> out.add(new TownYear(one.getString(0), one.getInt(1))));
      return new Entry(
          row.getAs(DELIVERY.name()),
          row.getAs(AS_OF.name()),
          row.getAs(ExportLog.RUN.name()),
          row.getAs(RULES.name()),
          out,
          new TreeMap<>(row.<String, Long>getJavaMap(row.fieldIndex(VERSIONS.name()))));
    }
  }
}

package org.nianbao.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.nianbao.seed.Forms;
import org.nianbao.seed.SeedException;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Field;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;

/**
 * Figures that reports printed ({@code published_figures.csv}), and where the result tables have
 * the same ({@code published_measures.csv}).
 */
final class Printed {
  static final String FIGURE = "figure";
  static final String MEMBER = "member";
  static final String SUBJECT = "printed_subject";
  static final String SAYS = "says";

  /** How a person explained that the figure differs; null where nobody did. */
  static final String EXPLANATION = "explanation";

  static final String PRINTED = "printed";
  static final String TOLERANCE = "tolerance";
  static final String ABSENT_IS_ZERO = "absent_is_zero";
  static final String COMPUTED = "computed";
  private static final String FACTOR = "factor";

  /** What 约 allows (P-1). */
  private static final BigDecimal APPROXIMATELY = new BigDecimal("0.02");

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Between the members of a cell that stands in a row and a column of a printed table. */
  static final String TIMES = "×";

  private static final DataType NUMBER = Checks.ACTUAL.type();

  private final Evidence evidence;
  private final Seeds seeds;
  private final Forms forms;
  private final Map<String, SeedRow> mappings = new LinkedHashMap<>();
  private final Map<List<String>, String> explanations = new HashMap<>();

  private Printed(Evidence evidence) {
    this.evidence = evidence;
    this.seeds = evidence.seeds();
    this.forms = Forms.of(seeds);
    for (SeedRow row : seeds.rows("published_measures")) {
      mappings.put(figure(row), row);
    }
    for (SeedRow row : seeds.rows("explanations")) {
      explanations.put(identity(row), row.get(EXPLANATION));
    }
  }

  /** What tells a printed figure apart; its explanation has the same. */
  private static List<String> identity(SeedRow row) {
    return Stream.of("town_code", "year", "measure", "dimension", "member").map(row::get).toList();
  }

  static Printed of(Evidence evidence) {
    return new Printed(evidence);
  }

  boolean isEmpty() {
    return rows().isEmpty();
  }

  private List<SeedRow> rows() {
    return seeds.rows("published_figures");
  }

  private static String figure(SeedRow row) {
    return String.join("|", row.get("measure"), row.get("dimension"), row.get("unit"));
  }

  /** How a figure is mapped: by its unit, or whatever its unit; null where it is not. */
  SeedRow mapping(SeedRow printed) {
    SeedRow exact = mappings.get(figure(printed));
    return exact != null
        ? exact
        : mappings.get(printed.get("measure") + "|" + printed.get("dimension") + "|");
  }

  /** The printed figures, one row each. */
  Dataset<Row> figures() {
    Map<String, String> datasets = new LinkedHashMap<>();
    seeds
        .rows(Shared.MEASURE.vocabulary())
        .forEach(row -> datasets.put(row.get("code"), row.get(Shared.DATASET.name())));
    StructType schema =
        new StructType()
            .add(Shared.TOWN_CODE.name(), DataTypes.StringType)
            .add(Shared.YEAR.name(), DataTypes.IntegerType)
            .add(FIGURE, DataTypes.StringType)
            .add(MEMBER, DataTypes.StringType)
            .add(Shared.MEASURE.name(), DataTypes.StringType)
            .add(Shared.DATASET.name(), DataTypes.StringType)
            .add(ABSENT_IS_ZERO, DataTypes.BooleanType)
            .add(SUBJECT, DataTypes.StringType)
            .add(SAYS, DataTypes.StringType)
            .add(EXPLANATION, DataTypes.StringType)
            .add(PRINTED, NUMBER)
            .add(TOLERANCE, NUMBER);
    List<Row> figures = new ArrayList<>();
    for (SeedRow row : rows()) {
      figures.add(figure(row, mapping(row), datasets));
    }
    return evidence.spark().createDataFrame(figures, schema);
  }

  private Row figure(SeedRow row, SeedRow mapping, Map<String, String> datasets) {
    String counted = mapping == null ? null : mapping.get("counted_as");
    boolean approximate = row.flag("approximate");
    return RowFactory.create(
        row.get("town_code"),
        Integer.valueOf(row.get("year")),
        mapping == null ? null : figure(mapping),
        mapping == null ? null : member(row, mapping),
        counted,
        datasets.get(counted),
        mapping != null && mapping.flag(ABSENT_IS_ZERO),
        String.join("/", row.get("measure"), row.get("dimension"), row.get("member")),
        "%s%s：报告%s %s%s"
            .formatted(
                row.get("section"),
                row.get("member"),
                approximate ? "约" : "为",
                row.get("value"),
                row.get("unit")),
        explanations.get(identity(row)),
        new BigDecimal(row.get("value")),
        tolerance(new BigDecimal(row.get("value")), approximate));
  }

  /** Half of the last printed digit; of an approximate figure two per cent, if that is more. */
  private static BigDecimal tolerance(BigDecimal value, boolean approximate) {
    BigDecimal rounding = HALF.movePointLeft(Math.max(0, value.scale()));
    return approximate ? rounding.max(value.abs().multiply(APPROXIMATELY)) : rounding;
  }

  /** The codes of a printed member, one for each column of the mapping. */
  private String member(SeedRow row, SeedRow mapping) {
    Optional<Forms.Cell> cell = PrintedForms.cell(forms, row, mapping);
    if (cell.isPresent()) {
      return cell.get().row() + TIMES + cell.get().column();
    }
    List<Field> columns = members(mapping);
    String[] labels = row.get("member").split(TIMES, -1);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < Math.min(labels.length, columns.size()); i++) {
      String label = labels[i];
      String list = columns.get(i).vocabulary();
      codes.add(list.isEmpty() ? label : seeds.vocabulary(list).code(label).orElse(label));
    }
    return String.join(TIMES, codes);
  }

  private List<Field> members(SeedRow mapping) {
    return mapping.list("members").stream().map(name -> field(mapping, name)).toList();
  }

  private Field field(SeedRow mapping, String name) {
    Table table = evidence.table(mapping.get("table"), mapping.place());
    return table.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new SeedException(
                    List.of(
                        "%s: %s has no column '%s'"
                            .formatted(mapping.place(), table.name(), name))));
  }

  /** Whether a row of a result table is of a town and year that may have figures. */
  Column mayBePrinted() {
    Object[] towns = rows().stream().map(row -> row.get("town_code")).distinct().toArray();
    Object[] years =
        rows().stream().map(row -> Integer.valueOf(row.get("year"))).distinct().toArray();
    return Shared.TOWN_CODE.col().isin(towns).and(Shared.YEAR.col().isin(years));
  }

  /** The computed cells that figures are compared with; each table is read once by members. */
  Dataset<Row> cells() {
    Map<List<String>, List<SeedRow>> together = new LinkedHashMap<>();
    for (SeedRow row : mappings.values()) {
      List<String> read = List.of(row.get("table"), row.get("members"), row.get("value"));
      together.computeIfAbsent(read, key -> new ArrayList<>()).add(row);
    }
    return together.values().stream().map(this::cells).reduce(Dataset::unionByName).orElseThrow();
  }

  private Dataset<Row> cells(List<SeedRow> alike) {
    SeedRow one = alike.get(0);
    Column[] members = members(one).stream().map(Field::col).toArray(Column[]::new);
    Column[] figures =
        alike.stream()
            .map(
                mapping ->
                    when(
                        taken(mapping),
                        struct(
                            lit(figure(mapping)).as(FIGURE),
                            lit(new BigDecimal(mapping.get("factor"))).cast(NUMBER).as(FACTOR))))
            .toArray(Column[]::new);
    return evidence
        .rows(evidence.table(one.get("table"), one.place()))
        .filter(mayBePrinted())
        .select(
            Shared.TOWN_CODE.col(),
            Shared.YEAR.col(),
            concat_ws(TIMES, members).as(MEMBER),
            field(one, one.get("value")).col().as(COMPUTED),
            explode(array_compact(array(figures))).as("mapped"))
        .groupBy(Shared.TOWN_CODE.col(), Shared.YEAR.col(), col("mapped." + FIGURE), col(MEMBER))
        .agg(sum(col(COMPUTED).multiply(col("mapped." + FACTOR))).cast(NUMBER).as(COMPUTED));
  }

  private Column taken(SeedRow mapping) {
    Column taken = lit(true);
    for (String only : mapping.list("where")) {
      String[] parts = only.split("=", 2);
      taken = taken.and(field(mapping, parts[0]).col().equalTo(parts[1]));
    }
    return taken;
  }
}

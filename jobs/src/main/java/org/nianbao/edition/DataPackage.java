package org.nianbao.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.nianbao.table.Field;
import org.nianbao.table.Hidden;
import org.nianbao.table.Table;

/**
 * The description of delivered CSV tables: a Frictionless Data Package (Tabular Data Package 1).
 */
public final class DataPackage {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String FILE = "datapackage.json";
  private static final String SUPPRESSED_BELOW = "suppressed_below";
  private static final String SUPPRESSED = "%s 表示该数不予发布：它小于 %d，或由它可以推算出小于此数的其他数。文书和网页中不列这些数。";

  private DataPackage() {}

  /** Writes the description of tables that hide nothing. */
  public static void write(Path folder, List<Table> tables) {
    write(folder, tables, 0);
  }

  /**
   * Writes the description.
   *
   * @param suppressedBelow counts from one to below it are hidden; 0: none
   */
  public static void write(Path folder, List<Table> tables, long suppressedBelow) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("profile", "tabular-data-package");
    description.put("name", "nianbao-tables");
    description.put("title", "政府信息公开工作年度报告统计表");
    if (suppressedBelow > 0) {
      description.put(SUPPRESSED_BELOW, suppressedBelow);
      description.put("description", SUPPRESSED.formatted(Hidden.MARK, suppressedBelow));
    }
    description.put(
        "resources", tables.stream().map(table -> resource(table, suppressedBelow > 0)).toList());
    Delivery.replace(folder.resolve(FILE), file -> JSON.writeValue(file.toFile(), description));
  }

  /** Below which count the figures of a folder are hidden; empty where nothing lies there. */
  public static OptionalLong suppressedBelow(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(JSON.readTree(file.toFile()).path(SUPPRESSED_BELOW).asLong(0));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> resource(Table table, boolean suppressed) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", table.fields().stream().map(DataPackage::field).toList());
    if (suppressed) {
      schema.put("missingValues", List.of("", Hidden.MARK));
    }
    schema.put("primaryKey", table.key().stream().map(Field::name).toList());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", table.name());
    resource.put("path", table.name() + ".csv");
    resource.put("title", table.label());
    resource.put("description", table.grain());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("schema", schema);
    return resource;
  }

  private static Map<String, Object> field(Field field) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", field.name());
    described.put("type", type(field.type()));
    described.put("title", field.label());
    described.put("description", field.description());
    if (!field.unit().isEmpty()) {
      described.put("unit", field.unit());
    }
    return described;
  }

  private static String type(DataType type) {
    if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
      return "integer";
    }
    if (type.equals(DataTypes.BooleanType)) {
      return "boolean";
    }
    if (type.equals(DataTypes.DateType)) {
      return "date";
    }
    return type.equals(DataTypes.StringType) ? "string" : "number";
  }
}

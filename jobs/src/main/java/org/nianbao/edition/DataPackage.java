package org.nianbao.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.nianbao.table.Field;
import org.nianbao.table.Table;

/**
 * The description of delivered CSV tables: a Frictionless Data Package (Tabular Data Package 1).
 */
public final class DataPackage {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DataPackage() {}

  public static void write(Path folder, List<Table> tables) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("profile", "tabular-data-package");
    description.put("name", "nianbao-tables");
    description.put("title", "政府信息公开工作年度报告统计表");
    description.put("resources", tables.stream().map(DataPackage::resource).toList());
    Delivery.replace(
        folder.resolve("datapackage.json"), file -> JSON.writeValue(file.toFile(), description));
  }

  private static Map<String, Object> resource(Table table) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", table.fields().stream().map(DataPackage::field).toList());
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

package org.nianbao.table;

import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NumericType;

/**
 * One column of a contract.
 *
 * @param name ASCII snake_case, as it stands in Delta tables and CSV files
 * @param type the stored type
 * @param label the Chinese name that people read
 * @param unit what a number counts (条, 宗, 天 …), or empty
 * @param description what the value means, in one sentence
 * @param vocabulary the list of seeds whose codes stand in it, or empty
 */
public record Field(
    String name, DataType type, String label, String unit, String description, String vocabulary)
    implements Serializable {

  private static final String LABEL_SUFFIX = "_label";

  /** Six decimals: enough to tell one ticket in a million. */
  private static final DataType RATE = DataTypes.createDecimalType(12, 6);

  private static final DataType DAYS = DataTypes.createDecimalType(12, 2);
  private static final DataType NUMBER = DataTypes.createDecimalType(24, 6);

  public static Field text(String name, String label, String description) {
    return new Field(name, DataTypes.StringType, label, "", description, "");
  }

  /** A code of a list under {@code seeds/}, or the label itself where a mapping leaves it open. */
  public static Field code(String name, String vocabulary, String label, String description) {
    return new Field(name, DataTypes.StringType, label, "", description, vocabulary);
  }

  public static Field flag(String name, String label, String description) {
    return new Field(name, DataTypes.BooleanType, label, "", description, "");
  }

  public static Field date(String name, String label, String description) {
    return new Field(name, DataTypes.DateType, label, "", description, "");
  }

  /** Civil time without a zone, so that no session setting can move a year's end. */
  public static Field time(String name, String label, String description) {
    return new Field(name, DataTypes.TimestampNTZType, label, "", description, "");
  }

  public static Field integer(String name, String label, String description) {
    return new Field(name, DataTypes.IntegerType, label, "", description, "");
  }

  public static Field integer(String name, String label, String unit, String description) {
    return new Field(name, DataTypes.IntegerType, label, unit, description, "");
  }

  public static Field count(String name, String label, String unit, String description) {
    return new Field(name, DataTypes.LongType, label, unit, description, "");
  }

  /** A rate between 0 and 1, rounded half up to six decimals. */
  public static Field rate(String name, String label, String description) {
    return new Field(name, RATE, label, "", description, "");
  }

  public static Field days(String name, String label, String description) {
    return new Field(name, DAYS, label, "天", description, "");
  }

  /** A number whose unit stands in another column of the same row. */
  public static Field number(String name, String label, String description) {
    return new Field(name, NUMBER, label, "", description, "");
  }

  public Column col() {
    return functions.col(name);
  }

  /** The expression as this column: cast to its type and given its name. */
  public Column of(Column expression) {
    return expression.cast(type).as(name);
  }

  public boolean isNumber() {
    return type instanceof NumericType;
  }

  /** The value as this column is delivered: of its type, a decimal without the zeros at its end. */
  public Column text() {
    Column text = col().cast(type).cast(DataTypes.StringType);
    return type instanceof DecimalType
        ? functions.regexp_replace(text, functions.lit("\\.?0+$"), functions.lit(""))
        : text;
  }

  /** The column beside this one that shows the Chinese label of its code. */
  public Field shown() {
    return new Field(
        name + LABEL_SUFFIX,
        DataTypes.StringType,
        label + "名称",
        "",
        "Label of " + name,
        vocabulary);
  }

  /** The name of the column that this one labels, or empty if it labels none. */
  Optional<String> labelled() {
    return name.endsWith(LABEL_SUFFIX)
        ? Optional.of(name.substring(0, name.length() - LABEL_SUFFIX.length()))
        : Optional.empty();
  }

  public boolean isRate() {
    return type.equals(RATE);
  }

  /** Names differ nearly always: places of columns are looked for cell by cell. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Field field
            && name.equals(field.name)
            && type.equals(field.type)
            && label.equals(field.label)
            && unit.equals(field.unit)
            && description.equals(field.description)
            && vocabulary.equals(field.vocabulary));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}

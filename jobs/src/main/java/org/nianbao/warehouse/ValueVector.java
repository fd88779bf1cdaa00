package org.nianbao.warehouse;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A column of values as Spark's rows hold them, handed to Delta Kernel: texts, numbers, dates,
 * lists, maps and rows within rows.
 *
 * @param type as Kernel names it
 * @param values null where there is none
 */
record ValueVector(DataType type, List<Object> values) implements ColumnVector {

  @Override
  public DataType getDataType() {
    return type;
  }

  @Override
  public int getSize() {
    return values.size();
  }

  @Override
  public void close() {}

  @Override
  public boolean isNullAt(int row) {
    return values.get(row) == null;
  }

  @Override
  public boolean getBoolean(int row) {
    return (Boolean) values.get(row);
  }

  @Override
  public int getInt(int row) {
    Object value = values.get(row);
    return value instanceof LocalDate day ? Math.toIntExact(day.toEpochDay()) : (Integer) value;
  }

  @Override
  public long getLong(int row) {
    return (Long) values.get(row);
  }

  @Override
  public String getString(int row) {
    return (String) values.get(row);
  }

  @Override
  public BigDecimal getDecimal(int row) {
    int scale = ((io.delta.kernel.types.DecimalType) type).getScale();
    return ((BigDecimal) values.get(row)).setScale(scale, RoundingMode.UNNECESSARY);
  }

  @Override
  public ArrayValue getArray(int row) {
    return new Elements(elements(((ArrayType) type).getElementType(), values.get(row)));
  }

  @Override
  public MapValue getMap(int row) {
    MapType map = (MapType) type;
    Map<?, ?> entries =
        values.get(row) instanceof Map<?, ?> own
            ? own
            : CollectionConverters.asJava((scala.collection.Map<?, ?>) values.get(row));
    return new Entries(
        elements(map.getKeyType(), entries.keySet()),
        elements(map.getValueType(), entries.values()));
  }

  @Override
  public ColumnVector getChild(int field) {
    List<Object> children = new ArrayList<>();
    values.forEach(row -> children.add(row == null ? null : ((Row) row).get(field)));
    return new ValueVector(((StructType) type).at(field).getDataType(), children);
  }

  private static ValueVector elements(DataType type, Object list) {
    Collection<?> elements =
        list instanceof Collection<?> own
            ? own
            : CollectionConverters.asJava((scala.collection.Seq<?>) list);
    return new ValueVector(type, new ArrayList<>(elements));
  }

  private record Elements(ColumnVector elements) implements ArrayValue {
    @Override
    public int getSize() {
      return elements.getSize();
    }

    @Override
    public ColumnVector getElements() {
      return elements;
    }
  }

  private record Entries(ColumnVector keys, ColumnVector values) implements MapValue {
    @Override
    public int getSize() {
      return keys.getSize();
    }

    @Override
    public ColumnVector getKeys() {
      return keys;
    }

    @Override
    public ColumnVector getValues() {
      return values;
    }
  }
}

package org.nianbao.sample;

import java.util.function.Function;

/**
 * A column of an export.
 *
 * @param type its SQL type where the export is Parquet
 * @param text what a row has in it
 */
record Column<T>(String header, String type, Function<T, String> text) {

  static <T> Column<T> column(String header, Function<T, String> text) {
    return new Column<>(header, "VARCHAR", text);
  }

  Column<T> typed(String sqlType) {
    return new Column<>(header, sqlType, text);
  }
}

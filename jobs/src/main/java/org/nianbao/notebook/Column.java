package org.nianbao.notebook;

/**
 * A column of a result table, as its description tells it.
 *
 * @param name ASCII snake_case, the header of the CSV file
 * @param type of the Frictionless Table Schema: string, integer, number, boolean or date
 * @param title the Chinese name that people read
 * @param unit what a number counts (条, 宗, 天 …); empty where there is none, or another column has it
 * @param description what the value means, in one sentence
 */
public record Column(String name, String type, String title, String unit, String description) {

  boolean isNumber() {
    return type.equals("integer") || type.equals("number");
  }

  /** What stands above the column where people read it: the title and the unit. */
  String heading() {
    return unit.isEmpty() ? title : title + "（" + unit + "）";
  }
}

package org.nianbao.sample;

import java.util.List;

/**
 * How much a town did in a year: one row of {@code sample/volumes.csv}.
 *
 * @param platform items on the city's site, the platform of record
 * @param press what the newspaper is said to have printed; no export yields it
 * @param ticketMonths months of the year that the hotline's exports reach
 */
record Volume(
    String town,
    String townCode,
    int year,
    int platform,
    int portal,
    int weibo,
    int wechat,
    int press,
    int tickets,
    int ticketMonths,
    int requests) {

  static List<Volume> all() {
    return Resource.rows("volumes.csv").stream().map(Volume::of).toList();
  }

  private static Volume of(List<String> cells) {
    List<Integer> numbers = cells.subList(2, cells.size()).stream().map(Integer::valueOf).toList();
    return new Volume(
        cells.get(0),
        cells.get(1),
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5),
        numbers.get(6),
        numbers.get(7),
        numbers.get(8));
  }

  boolean is(String town, int year) {
    return this.town.equals(town) && this.year == year;
  }

  /** The one town and year whose figures are real, see {@link Dongkeng2017}. */
  boolean isReal() {
    return is(Dongkeng2017.TOWN, Dongkeng2017.YEAR);
  }

  String shortTown() {
    return town.substring(0, town.length() - 1);
  }

  /** The digits that tell the towns of the city apart. */
  String townDigits() {
    return townCode.substring(townCode.length() - 3);
  }
}
